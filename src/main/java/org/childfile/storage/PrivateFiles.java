package org.childfile.storage;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/**
 * Makes every file (mode 600) and folder (mode 700) of the program. They have these modes from their first moment, whatever
 * the process's umask, so there is none in which another user of the machine could open them. A test of the build forbids
 * every other place that opens a file for writing.
 *
 * <p>A file that is there already is replaced by a new one, not written into: whoever has the old one open, or has put a
 * link in its place, gets nothing. What is no file (a pipe, {@code /dev/stdout}) is written to as it is.
 */
public final class PrivateFiles {

    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    /** Of a program, and of a folder, which is "run" to come in. */
    private static final Set<PosixFilePermission> RUNNABLE = PosixFilePermissions.fromString("rwx------");

    private static final Set<PosixFilePermission> PUBLIC = PosixFilePermissions.fromString("rw-r--r--");
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private PrivateFiles() {}

    /** Makes a folder, and those above it that are missing; one that is there stays as it is. */
    public static Path folder(Path folder) throws IOException {
        return Files.createDirectories(folder, attributes(RUNNABLE));
    }

    /** Begins a file anew, for bytes; buffered. */
    public static OutputStream stream(Path file) throws IOException {
        return new BufferedOutputStream(Channels.newOutputStream(fresh(file, FILE)));
    }

    /** Begins a file anew, for text in UTF-8; buffered. */
    public static BufferedWriter writer(Path file) throws IOException {
        return new BufferedWriter(
                new OutputStreamWriter(Channels.newOutputStream(fresh(file, FILE)), StandardCharsets.UTF_8));
    }

    /** Begins a file anew that its owner may run. */
    public static OutputStream program(Path file) throws IOException {
        return new BufferedOutputStream(Channels.newOutputStream(fresh(file, RUNNABLE)));
    }

    /** Writes a file whole or not at all: beside its place first, then moved there. */
    public static void write(Path file, byte[] bytes) throws IOException {
        if (special(file)) {
            try (OutputStream out = stream(file)) {
                out.write(bytes);
            }
            return;
        }
        Path part = part(file);
        try {
            try (OutputStream out = stream(part)) {
                out.write(bytes);
            }
            replace(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Writes a text in UTF-8 whole or not at all. */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a text that is no secret and that another user must read, such as a certificate: mode 644. */
    public static void writePublic(Path file, String text) throws IOException {
        write(file, text);
        close(file, PUBLIC);
    }

    /**
     * Writes a file that is not there yet, whole; of several processes the first has its way.
     *
     * @return whether this one was the first
     */
    public static boolean writeFirst(Path file, String text) throws IOException {
        return writeFirst(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The same for bytes.
     *
     * @return whether this one was the first
     */
    public static boolean writeFirst(Path file, byte[] bytes) throws IOException {
        Path whole = part(file);
        write(whole, bytes);
        try {
            Files.createLink(file, whole);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (UnsupportedOperationException e) {
            // A file system without links: the last one has its way, and still none sees half a file.
            replace(whole, file);
            return true;
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    /**
     * Puts other bytes in the place of a file's: they are on the disk before this returns, and the ones before are overwritten
     * there as far as the disk lets them. What a process left that was killed here goes, too.
     */
    public static void renew(Path file, byte[] bytes) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Path whole = folder.resolve("." + file.getFileName() + ".new");
        try (FileChannel before = FileChannel.open(file, StandardOpenOption.WRITE)) {
            try (FileChannel out = fresh(whole, FILE)) {
                fill(out, ByteBuffer.wrap(bytes));
            }
            replace(whole, file);
            try (FileChannel place = FileChannel.open(folder, StandardOpenOption.READ)) {
                place.force(true);
            }
            fill(before, ByteBuffer.allocate((int) before.size()));
        }
    }

    private static void fill(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
        out.force(true);
    }

    /** Opens a file to add to its end; one that others may read is closed to them first. */
    public static BufferedWriter appender(Path file) throws IOException {
        ensure(file);
        return new BufferedWriter(new OutputStreamWriter(
                Channels.newOutputStream(FileChannel.open(file, StandardOpenOption.APPEND)), StandardCharsets.UTF_8));
    }

    /**
     * Adds a line to a file's end, which is on disk when this returns; one that is there already stays as open as who made it
     * meant it to be, for it may lie on storage of others.
     */
    public static void append(Path file, String line) throws IOException {
        Set<OpenOption> options =
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        try (FileChannel channel = FileChannel.open(file, options, attributes(FILE))) {
            fill(channel, ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** Sees to it that a file is there, and is its owner's alone, before another program adds to it. */
    public static Path ensure(Path file) throws IOException {
        try {
            FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes(FILE))
                    .close();
        } catch (FileAlreadyExistsException e) {
            close(file, FILE);
        }
        return file;
    }

    /** Opens a file to lock it; it is made if it is missing, and its content stays. */
    public static FileChannel lockFile(Path file) throws IOException {
        return FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                attributes(FILE));
    }

    /** A new, empty file with a name that nobody can foresee. */
    public static Path temporary(Path folder, String prefix, String suffix) throws IOException {
        return Files.createTempFile(folder(folder), prefix, suffix, attributes(FILE));
    }

    /** Copies a file; the copy is its owner's alone, whoever may read the original. */
    public static void copy(Path from, Path to) throws IOException {
        try (OutputStream out = stream(to)) {
            Files.copy(from, out);
        }
    }

    /** A link within a folder of the program's, such as a library has beside it. */
    public static void link(Path link, Path target) throws IOException {
        Files.createSymbolicLink(link, target);
    }

    /** Moves a file or folder that is whole to its place, at once. */
    public static void replace(Path whole, Path place) throws IOException {
        Files.move(whole, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Takes the rights of others from a folder of one's own. */
    public static void closeFolder(Path folder) throws IOException {
        close(folder, RUNNABLE);
    }

    private static void close(Path path, Set<PosixFilePermission> permissions) throws IOException {
        if (POSIX && !Files.getPosixFilePermissions(path).equals(permissions)) {
            Files.setPosixFilePermissions(path, permissions);
        }
    }

    private static FileChannel fresh(Path file, Set<PosixFilePermission> permissions) throws IOException {
        if (special(file)) {
            return FileChannel.open(file, StandardOpenOption.WRITE);
        }
        Files.deleteIfExists(file);
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return FileChannel.open(file, options, attributes(permissions));
    }

    /** Neither a file nor a link to one, nor missing. */
    private static boolean special(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
    }

    private static Path part(Path file) {
        return file.resolveSibling("." + file.getFileName() + "."
                + ProcessHandle.current().pid() + "-" + Thread.currentThread().threadId() + ".part");
    }

    private static FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
