package org.childfile.database;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.childfile.storage.PrivateFiles;

/** The archive of the embedded server's programs, as the library brings it. */
final class ServerArchive {

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    private ServerArchive() {}

    /** Unpacks all of it below a folder. */
    static void unpack(Path root) throws IOException {
        try (TarArchiveInputStream archive = open()) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                unpack(archive, entry, root);
            }
        }
    }

    private static void unpack(TarArchiveInputStream archive, TarArchiveEntry entry, Path root) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("the archive of the embedded PostgreSQL has a file outside of it");
        }
        if (entry.isDirectory()) {
            PrivateFiles.folder(target);
            return;
        }
        PrivateFiles.folder(Objects.requireNonNull(target.getParent()));
        if (entry.isSymbolicLink()) {
            PrivateFiles.link(target, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            try (OutputStream out = runnable(entry) ? PrivateFiles.program(target) : PrivateFiles.stream(target)) {
                archive.transferTo(out);
            }
        }
    }

    /** The line of each file that is part of what runs, by its name ({@link FileLines}). */
    static Map<String, String> lines() throws IOException {
        Map<String, String> lines = new TreeMap<>();
        try (TarArchiveInputStream archive = open()) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                String name = Path.of(entry.getName()).normalize().toString();
                if (ServerBinaries.runs(name) && entry.isSymbolicLink()) {
                    lines.put(name, FileLines.link(entry.getLinkName()));
                } else if (ServerBinaries.runs(name) && entry.isFile()) {
                    lines.put(name, FileLines.file(archive, runnable(entry)));
                }
            }
        }
        return lines;
    }

    private static TarArchiveInputStream open() throws IOException {
        InputStream packed = ServerArchive.class.getResourceAsStream(ARCHIVE);
        if (packed == null) {
            throw new FileNotFoundException("this build has no embedded PostgreSQL for this machine (" + ARCHIVE + ")");
        }
        return new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)));
    }

    private static boolean runnable(TarArchiveEntry entry) {
        return (entry.getMode() & 0100) != 0;
    }
}
