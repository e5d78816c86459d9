package org.childfile.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.childfile.storage.PrivateFiles;
import org.springframework.util.FileSystemUtils;

/**
 * The programs of the embedded server, unpacked from the library that holds them into {@code binaries} of the home.
 *
 * <ol>
 *   <li>They are unpacked beside their place and moved there when they are whole, so that a process that is killed meanwhile
 *       leaves nothing that looks finished.
 *   <li>Before a server is started, every file that is run or read by it (name, whether it can be run, content) is compared
 *       with {@link #TREE}, which is part of this program: one that was changed, added or taken away is refused, and named.
 *   <li>That takes half a second, so what the system says of the files (when each was last changed, which nobody but root can
 *       alter) is kept in the home; where it is the same as after the last comparison, that one still holds.
 * </ol>
 *
 * <p>The caller holds the home's gate.
 */
final class ServerBinaries {

    /** {@link FileLines#tree} of the archive's files; a test compares the two. */
    static final String TREE = "ef4e78c3617ed5958aab3a06b58e0ddfc1a4e8bbfc26fc8400eb466152ccdb50";

    /** What EmbeddedPostgres takes for the sign that it has unpacked the files itself. */
    private static final String WHOLE = ".exists";

    private static final String PART = ".part-";

    /** Nobody else gets into it, however open what is within. */
    private final Path closed;

    private final Path folder;
    private final Path place;
    private final Path checked;

    private ServerBinaries(Path home) throws IOException {
        this.closed = PrivateFiles.folder(home.resolve("binaries"));
        this.folder = closed.resolve("server");
        this.checked = home.resolve("binaries.checked");
        this.place = folder.resolve(
                "PG-" + HexFormat.of().formatHex(FileLines.digest("MD5").digest(name())));
    }

    /** Those of a home, unpacked if they are not there, and compared. */
    static ServerBinaries of(Path home) throws IOException {
        ServerBinaries binaries = new ServerBinaries(home);
        if (!Files.exists(binaries.place.resolve(WHOLE))) {
            binaries.unpack();
        }
        binaries.check();
        binaries.markNewest();
        return binaries;
    }

    /**
     * EmbeddedPostgres would unpack once more, and has nothing to unpack, where the sign is older than the folders beside it; so
     * it would be when the clock has gone back since they were unpacked.
     */
    private void markNewest() throws IOException {
        FileTime newest = FileTime.from(Instant.now());
        try (Stream<Path> beside = Files.list(place)) {
            for (Path each : beside.toList()) {
                FileTime time = Files.getLastModifiedTime(each);
                newest = time.compareTo(newest) > 0 ? time : newest;
            }
        }
        Files.setLastModifiedTime(place.resolve(WHOLE), newest);
    }

    /** The folder that EmbeddedPostgres is told of. */
    Path folder() {
        return folder;
    }

    /** What EmbeddedPostgres takes for the archive, and names the unpacked folder by (MD5): it never unpacks it. */
    byte[] name() {
        return TREE.getBytes(StandardCharsets.US_ASCII);
    }

    /** EmbeddedPostgres lets everybody write into its folder each time, and a process may be killed before it is closed again. */
    void close() throws IOException {
        PrivateFiles.closeFolder(folder);
        PrivateFiles.closeFolder(place);
    }

    private void unpack() throws IOException {
        clear();
        Path part = PrivateFiles.folder(PrivateFiles.folder(folder)
                .resolve(PART + ProcessHandle.current().pid()));
        ServerArchive.unpack(part);
        PrivateFiles.write(part.resolve(WHOLE), "");
        PrivateFiles.replace(part, place);
    }

    /** What earlier versions, or processes that were killed, have left; no server runs while one is being unpacked. */
    private void clear() throws IOException {
        try (Stream<Path> old = Files.list(closed)) {
            for (Path each : old.toList()) {
                FileSystemUtils.deleteRecursively(each);
            }
        }
    }

    private void check() throws IOException {
        List<Path> files = files();
        String seen = TREE + " " + appearance(files);
        if (Files.exists(checked) && Files.readString(checked).equals(seen)) {
            return;
        }
        Map<String, String> found = lines(files);
        if (FileLines.tree(found).equals(TREE)) {
            PrivateFiles.write(checked, seen);
            return;
        }
        Map<String, String> changed = ServerArchive.lines();
        found.forEach((name, line) -> changed.merge(name, line, (one, other) -> one.equals(other) ? null : other));
        throw new IOException("the programs of the embedded PostgreSQL were changed ("
                + String.join(", ", changed.keySet().stream().limit(3).toList()) + (changed.size() > 3 ? ", …" : "")
                + "); find out by whom, then run rm -r " + place + " and start again");
    }

    /** What is read neither by the system's loader nor by a superuser of the database as a script. */
    static boolean runs(String name) {
        return !name.startsWith("share/postgresql/timezone")
                && !name.startsWith("share/postgresql/tsearch_data/")
                && !name.startsWith("lib/pkgconfig/")
                && !name.endsWith(".a")
                && !name.equals(WHOLE);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            return all.filter(each -> !Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))
                    .filter(each -> runs(place.relativize(each).toString()))
                    .toList();
        }
    }

    /** One hash over what the system says of each file. */
    private String appearance(List<Path> files) throws IOException {
        Map<String, String> lines = new TreeMap<>();
        for (Path file : files) {
            Map<String, Object> said =
                    Files.readAttributes(file, "unix:size,mode,ino,ctime", LinkOption.NOFOLLOW_LINKS);
            lines.put(
                    place.relativize(file).toString(),
                    said.get("size") + " " + said.get("mode") + " " + said.get("ino") + " " + said.get("ctime"));
        }
        return FileLines.tree(lines);
    }

    private Map<String, String> lines(List<Path> files) throws IOException {
        Map<String, String> lines = new ConcurrentSkipListMap<>();
        try {
            files.parallelStream()
                    .forEach(file -> lines.put(place.relativize(file).toString(), line(file)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return lines;
    }

    private static String line(Path file) {
        try {
            if (Files.isSymbolicLink(file)) {
                return FileLines.link(Files.readSymbolicLink(file).toString());
            }
            try (InputStream in = Files.newInputStream(file)) {
                return FileLines.file(in, Files.isExecutable(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
