package org.childfile.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;

/** A key of 32 bytes in Base64: of a variable, else of a file that only its owner may read, made when it is first needed. */
public final class KeyFile {

    private static final Set<PosixFilePermission> OWNER_ALONE =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private KeyFile() {}

    /** The key that a variable holds. */
    public static byte[] parse(String name, String base64) {
        try {
            byte[] key = Base64.getDecoder().decode(base64.strip());
            if (key.length == 32) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    name + " is no Base64; it is to hold 32 bytes, as of: openssl rand -base64 32", e);
        }
        throw new IllegalStateException(name + " is to hold 32 bytes in Base64, as of: openssl rand -base64 32");
    }

    /** The key of a file. */
    public static byte[] read(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            if (!EnumSet.copyOf(Files.getPosixFilePermissions(file)).equals(OWNER_ALONE)) {
                throw new IllegalStateException(file + " may be read by others than its owner, so it is no secret."
                        + " Look who read it, then: chmod 600 " + file);
            }
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read as a key", e);
        }
    }

    private static void make(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ALONE));
        } catch (FileAlreadyExistsException e) {
            // Another process made it meanwhile; its key counts.
            return;
        }
        Files.writeString(file, Base64.getEncoder().encodeToString(key));
    }
}
