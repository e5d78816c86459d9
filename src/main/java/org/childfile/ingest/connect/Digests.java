package org.childfile.ingest.connect;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.childfile.ingest.connector.PullFailed;
import org.childfile.kernel.Sha256;

/** The SHA-256 of what was taken in, compared with what was promised. */
final class Digests {

    private Digests() {}

    static void refuseOther(Optional<String> promised, Answer.Body body, String whose) throws IOException {
        if (promised.isPresent() && !promised.get().equalsIgnoreCase(sha256(body))) {
            throw new PullFailed(PullFailed.Reason.CHECKSUM, "the file's SHA-256 is not " + whose);
        }
    }

    private static String sha256(Answer.Body body) throws IOException {
        try (InputStream in = body.open()) {
            MessageDigest digest = Sha256.fresh();
            byte[] chunk = new byte[1 << 16];
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                digest.update(chunk, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
