package org.childfile.access.privacy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A file of keys is its owner's alone. */
final class OwnersFile {

    private OwnersFile() {}

    /** @throws KeysUnusable if others may read it, or it can be run */
    static void require(Path file) throws IOException {
        String written = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        if (!written.endsWith("------") || written.charAt(2) == 'x') {
            throw new KeysUnusable(file + ": others may read it or it can be run (" + written
                    + "). Make it its owner's alone: chmod 600 " + file);
        }
    }
}
