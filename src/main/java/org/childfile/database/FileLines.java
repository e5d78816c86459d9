package org.childfile.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** What a file is, as a line: the SHA-256 of its content and whether it can be run, or where a link leads. */
final class FileLines {

    private static final int BLOCK = 1 << 16;

    private FileLines() {}

    static String file(InputStream content, boolean runnable) throws IOException {
        MessageDigest digest = digest("SHA-256");
        byte[] block = new byte[BLOCK];
        for (int read = content.read(block); read >= 0; read = content.read(block)) {
            digest.update(block, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest()) + (runnable ? " x" : " -");
    }

    static String link(String target) {
        return "-> " + target;
    }

    /** SHA-256 over the lines of all files, each followed by its name; the map is sorted by names. */
    static String tree(Map<String, String> lines) {
        MessageDigest digest = digest("SHA-256");
        lines.forEach((name, line) -> digest.update((line + " " + name + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
