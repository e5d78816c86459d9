package org.childfile.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.Objects;
import java.util.Set;
import org.childfile.storage.PrivateFiles;

/**
 * The program's own signing key: P-256 for ES256 (RFC 7518), as a JWK (RFC 7517) in {@code $CHILDFILE_HOME/keys/token.key},
 * readable by its owner alone. It is made when it is first wanted.
 */
final class TokenKey {

    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rw-------");

    private TokenKey() {}

    /** @throws InvalidKey if others may read the file, or it holds no such key */
    static ECKey of(Path home) {
        Path file = home.resolve("keys").resolve("token.key");
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            if (!Files.getPosixFilePermissions(file).equals(OWNER_ALONE)) {
                throw new InvalidKey(file + " may be read or written by others. Make a new one (delete it), or, if"
                        + " nobody can have read it: chmod 600 " + file);
            }
            ECKey key = ECKey.parse(Files.readString(file));
            if (!key.isPrivate() || !Curve.P_256.equals(key.getCurve())) {
                throw new InvalidKey(file + " holds no private key of the curve P-256. Delete it to have one made.");
            }
            return key;
        } catch (ParseException e) {
            throw new InvalidKey(file + " holds no key as a JWK. Delete it to have one made; tokens that were issued"
                    + " end with it.");
        } catch (IOException e) {
            throw new UncheckedIOException("the key of the tokens cannot be read: " + file, e);
        }
    }

    /** A key file appears whole or not at all, and of two processes that make one the first has its way. */
    private static void make(Path file) throws IOException {
        try {
            PrivateFiles.folder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            PrivateFiles.writeFirst(
                    file,
                    new ECKeyGenerator(Curve.P_256)
                            .keyUse(KeyUse.SIGNATURE)
                            .keyIDFromThumbprint(true)
                            .generate()
                            .toJSONString());
        } catch (JOSEException e) {
            throw new IllegalStateException("this Java has no P-256", e);
        }
    }
}
