package org.childfile.database;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.childfile.storage.PrivateFiles;

/**
 * The programs of the embedded server, unpacked from the library that holds them into {@code binaries} of the home.
 *
 * <ol>
 *   <li>They are unpacked beside their place and moved there when they are whole, so that a process that is killed meanwhile
 *       leaves nothing that looks finished.
 *   <li>Before a server is started, every file (name, whether it can be run, content) is compared with {@link #TREE}, which
 *       is part of this program: a file that was changed, added or taken away is refused, and named.
 * </ol>
 *
 * <p>The caller holds the home's gate.
 */
final class ServerBinaries {

    /** SHA-256 over the sorted lines {@code hash mode name} of all files of the archive; a test compares the two. */
    static final String TREE = "b371eb213c266fee6f83dafdaa502fa7ffbce39e43163ec08e5d3425810ca4f8";

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    /** What EmbeddedPostgres takes for the sign that it has unpacked the files itself. */
    private static final String WHOLE = ".exists";
    private static final String PART = ".part-";

    private final Path folder;
    private final Path place;

    private ServerBinaries(Path folder) {
        this.folder = folder;
        this.place = folder.resolve("PG-" + HexFormat.of().formatHex(digest("MD5").digest(TREE.getBytes(StandardCharsets.US_ASCII))));
    }

    /** Those of a home, unpacked if they are not there, and compared. */
    static ServerBinaries of(Path home) throws IOException {
        ServerBinaries binaries = new ServerBinaries(PrivateFiles.folder(home.resolve("binaries")));
        if (!Files.exists(binaries.place.resolve(WHOLE))) {
            binaries.unpack();
        }
        binaries.check();
        return binaries;
    }

    /** The folder that EmbeddedPostgres is told of. */
    Path folder() {
        return folder;
    }

    /** What EmbeddedPostgres takes for the archive, and names the unpacked folder by: it never unpacks it. */
    byte[] name() {
        return TREE.getBytes(StandardCharsets.US_ASCII);
    }

    /** EmbeddedPostgres lets everybody write into its folder each time; within a home that is closed, but all the same. */
    void close() throws IOException {
        PrivateFiles.closeFolder(folder);
        PrivateFiles.closeFolder(place);
    }

    private void unpack() throws IOException {
        clear();
        Path part = PrivateFiles.folder(
                folder.resolve(PART + ProcessHandle.current().pid()));
        try (TarArchiveInputStream archive = archive()) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                unpack(archive, entry, part);
            }
        }
        PrivateFiles.write(part.resolve(WHOLE), "");
        PrivateFiles.replace(part, place);
    }

    private static void unpack(TarArchiveInputStream archive, TarArchiveEntry entry, Path root) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("the archive of the embedded PostgreSQL has a file outside of it");
        }
        if (entry.isDirectory()) {
            PrivateFiles.folder(target);
        } else if (entry.isSymbolicLink()) {
            PrivateFiles.folder(parent(target));
            PrivateFiles.link(target, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            PrivateFiles.folder(parent(target));
            try (OutputStream out = runnable(entry) ? PrivateFiles.program(target) : PrivateFiles.stream(target)) {
                archive.transferTo(out);
            }
        }
    }

    /** What earlier versions, or processes that were killed, have left; no server runs while one is being unpacked. */
    private void clear() throws IOException {
        try (Stream<Path> old = Files.list(folder)) {
            for (Path each : old.toList()) {
                org.springframework.util.FileSystemUtils.deleteRecursively(each);
            }
        }
    }

    private void check() throws IOException {
        Map<String, String> found = unpacked(place);
        if (tree(found).equals(TREE)) {
            return;
        }
        Map<String, String> expected = packed();
        Map<String, String> changed = new TreeMap<>(expected);
        found.forEach((name, hash) -> changed.merge(name, hash, (one, other) -> one.equals(other) ? null : other));
        throw new IOException("the programs of the embedded PostgreSQL were changed ("
                + String.join(", ", changed.keySet().stream().limit(3).toList()) + (changed.size() > 3 ? ", …" : "")
                + "); find out by whom, then run rm -r " + place + " and start again");
    }

    /** The line of each file of the archive by its name, as the library holds it. */
    static Map<String, String> packed() throws IOException {
        Map<String, String> lines = new TreeMap<>();
        try (TarArchiveInputStream archive = archive()) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                String name = Path.of(entry.getName()).normalize().toString();
                if (entry.isSymbolicLink()) {
                    lines.put(name, link(entry.getLinkName()));
                } else if (entry.isFile()) {
                    lines.put(name, line(hash(archive), runnable(entry)));
                }
            }
        }
        return lines;
    }

    /** The same of the files on disk. */
    private static Map<String, String> unpacked(Path root) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(each -> !Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))
                    .filter(each -> !each.equals(root.resolve(WHOLE)))
                    .toList();
        }
        Map<String, String> lines = new ConcurrentSkipListMap<>();
        try {
            files.parallelStream().forEach(file -> lines.put(root.relativize(file).toString(), line(file)));
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
        return lines;
    }

    private static String line(Path file) {
        try {
            if (Files.isSymbolicLink(file)) {
                return link(Files.readSymbolicLink(file).toString());
            }
            try (InputStream in = Files.newInputStream(file)) {
                return line(hash(in), Files.isExecutable(file));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** One hash over the lines of all files. */
    static String tree(Map<String, String> lines) {
        MessageDigest digest = digest("SHA-256");
        lines.forEach((name, line) -> digest.update((line + " " + name + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static TarArchiveInputStream archive() throws IOException {
        InputStream packed = ServerBinaries.class.getResourceAsStream(ARCHIVE);
        if (packed == null) {
            throw new FileNotFoundException("this build has no embedded PostgreSQL for this machine (" + ARCHIVE + ")");
        }
        return new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)));
    }

    private static boolean runnable(TarArchiveEntry entry) {
        return (entry.getMode() & 0100) != 0;
    }

    private static String line(String hash, boolean runnable) {
        return hash + (runnable ? " x" : " -");
    }

    private static String link(String target) {
        return "-> " + target;
    }

    private static String hash(InputStream in) throws IOException {
        MessageDigest digest = digest("SHA-256");
        byte[] block = new byte[1 << 16];
        for (int read = in.read(block); read >= 0; read = in.read(block)) {
            digest.update(block, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Path parent(Path path) {
        return java.util.Objects.requireNonNull(path.getParent());
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
