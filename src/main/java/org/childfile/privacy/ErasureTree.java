package org.childfile.privacy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The half of every subject's key that lies outside the database, so that it can be destroyed there and is in no copy of the
 * database: a {@link PuncturableTree} in one file, {@code keys/erasure.tree} of the home or the path of {@value #VARIABLE},
 * its owner's alone. Its secret is made at random; it follows from no other key.
 *
 * <p>The file is {@code CFET}, version (1 byte), cipher (1), the seeds, and a digest (8 bytes) of all before it. Another one
 * takes its place whole: written beside it, forced to the disk, renamed; the old bytes are overwritten as far as the disk lets
 * them. Several processes may hold it; what one destroyed the others miss within a second.
 */
public final class ErasureTree {

    public static final String VARIABLE = "CHILDFILE_ERASURE_TREE";

    private static final byte[] MAGIC = {'C', 'F', 'E', 'T', 1};
    private static final int PROOF_BYTES = 8;
    private static final int HEAD_BYTES = MAGIC.length + 1;
    private static final long LOOK_NANOS = 1_000_000_000L;
    private static final FileAttribute<Set<PosixFilePermission>> MINE_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    /** A lock on the file keeps other processes out, and this one the threads of this process. */
    private static final Object WRITING = new Object();

    private final Path file;
    private final Path directory;
    private volatile @Nullable Held held;

    private ErasureTree(Path file) {
        this.file = file;
        this.directory = Objects.requireNonNull(file.getParent(), "a tree lies in a directory");
    }

    /** Reads nothing yet. */
    public static ErasureTree of(Path home, Map<String, String> environment) {
        String elsewhere = environment.getOrDefault(VARIABLE, "");
        return at(elsewhere.isBlank() ? home.resolve("keys").resolve("erasure.tree") : Path.of(elsewhere));
    }

    /** The tree in a file. */
    public static ErasureTree at(Path file) {
        return new ErasureTree(file.toAbsolutePath());
    }

    /** The tree as it was read, and by what it is seen that the file is another one since. */
    private record Held(PuncturableTree tree, Suite suite, String stamp, long lookedAt) {}

    /** Where it lies. */
    public Path file() {
        return file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** Makes a tree where there is none. Whoever of several processes comes first makes it; none sees half of one. */
    void begin(Suite suite) {
        if (exists()) {
            return;
        }
        byte[] root = new byte[PuncturableTree.SEED_BYTES];
        new SecureRandom().nextBytes(root);
        try {
            Files.createDirectories(
                    directory,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path whole = written(suite, PuncturableTree.whole(suite, root));
            try {
                Files.createLink(file, whole);
            } catch (FileAlreadyExistsException e) {
                return;
            } finally {
                Files.delete(whole);
            }
            force(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("the erasure tree cannot be kept in " + file, e);
        }
    }

    /** The half of a subject's key; empty where it was destroyed. */
    Optional<byte[]> leaf(long path) {
        return current().tree().leaf(path);
    }

    /** Whether the file is another one since is looked at with the next question. */
    void look() {
        Held now = held;
        if (now != null) {
            held = new Held(now.tree(), now.suite(), now.stamp(), System.nanoTime() - LOOK_NANOS);
        }
    }

    private Held current() {
        Held now = held;
        if (now != null && System.nanoTime() - now.lookedAt() < LOOK_NANOS) {
            return now;
        }
        String stamp = stamp();
        Held next = now != null && now.stamp().equals(stamp)
                ? new Held(now.tree(), now.suite(), stamp, System.nanoTime())
                : read(stamp);
        held = next;
        return next;
    }

    private String stamp() {
        try {
            Map<String, Object> seen = Files.readAttributes(file, "unix:ino,size,lastModifiedTime");
            return seen.toString();
        } catch (IOException e) {
            throw missing();
        }
    }

    private Held read(String stamp) {
        try {
            OwnersFile.require(file);
            byte[] bytes = Files.readAllBytes(file);
            int end = bytes.length - PROOF_BYTES;
            if (end < HEAD_BYTES
                    || !Arrays.equals(MAGIC, Arrays.copyOf(bytes, MAGIC.length))
                    || !Arrays.equals(proof(Arrays.copyOf(bytes, end)), Arrays.copyOfRange(bytes, end, bytes.length))) {
                throw new KeysUnusable(file + ": this is no whole erasure tree. Bring it back from its safe copy");
            }
            Suite suite = Suite.of(bytes[MAGIC.length]);
            return new Held(
                    PuncturableTree.read(suite, Arrays.copyOfRange(bytes, HEAD_BYTES, end)),
                    suite,
                    stamp,
                    System.nanoTime());
        } catch (IOException e) {
            throw missing();
        }
    }

    /** Nothing that is sealed under a subject opens without it. */
    KeysUnusable missing() {
        return new KeysUnusable(
                file + ": the erasure tree is missing, but the warehouse is sealed with it. Bring it back"
                        + " from its safe copy to that place, or name its place in " + VARIABLE
                        + "; without it nothing sealed of any person can be opened");
    }

    KeysUnusable another() {
        return new KeysUnusable(
                file + ": this is not the erasure tree that the warehouse was sealed with. Bring that one"
                        + " back from its safe copy");
    }

    /** Destroys leaves for good. Every other one stays. */
    void destroy(long... paths) {
        synchronized (WRITING) {
            try (FileChannel lock = FileChannel.open(
                            file.resolveSibling(file.getFileName() + ".lock"),
                            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                            MINE_ALONE);
                    var taken = lock.lock()) {
                // What a process left that was killed here may hold what is destroyed now.
                try (DirectoryStream<Path> left = Files.newDirectoryStream(directory, "erasure*.tmp")) {
                    for (Path each : left) {
                        Files.delete(each);
                    }
                }
                Held now = read(stamp());
                Path next = written(now.suite(), now.tree().without(paths));
                try (RandomAccessFile before = new RandomAccessFile(file.toFile(), "rw")) {
                    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
                    force(directory);
                    overwrite(before);
                }
                held = read(stamp());
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "keys cannot be destroyed in " + file + "; it is tried again at the next start", e);
            }
        }
    }

    private Path written(Suite suite, PuncturableTree tree) throws IOException {
        byte[] seeds = tree.written();
        ByteBuffer bytes = ByteBuffer.allocate(HEAD_BYTES + seeds.length + PROOF_BYTES);
        bytes.put(MAGIC).put((byte) suite.code()).put(seeds);
        bytes.put(proof(Arrays.copyOf(bytes.array(), HEAD_BYTES + seeds.length)))
                .flip();
        Path beside = Files.createTempFile(directory, "erasure", ".tmp", MINE_ALONE);
        try (FileChannel out = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        return beside;
    }

    private static byte[] proof(byte[] text) {
        return Arrays.copyOf(Suite.AES.hash(text), PROOF_BYTES);
    }

    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** The file has no name any more; a disk that writes in place loses its bytes now. */
    private static void overwrite(RandomAccessFile before) throws IOException {
        byte[] zeros = new byte[8192];
        for (long left = before.length(); left > 0; left -= zeros.length) {
            before.write(zeros, 0, (int) Math.min(left, zeros.length));
        }
        before.getFD().sync();
    }
}
