package org.childfile.access.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.childfile.storage.PrivateFiles;
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
            PrivateFiles.folder(directory);
            PrivateFiles.writeFirst(file, written(suite, PuncturableTree.whole(suite, root)));
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
            try (FileChannel lock = PrivateFiles.lockFile(file.resolveSibling(file.getFileName() + ".lock"));
                    var taken = lock.lock()) {
                Held now = read(stamp());
                PrivateFiles.renew(file, written(now.suite(), now.tree().without(paths)));
                held = read(stamp());
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "keys cannot be destroyed in " + file + "; it is tried again at the next start", e);
            }
        }
    }

    private static byte[] written(Suite suite, PuncturableTree tree) {
        byte[] seeds = tree.written();
        ByteBuffer bytes = ByteBuffer.allocate(HEAD_BYTES + seeds.length + PROOF_BYTES);
        bytes.put(MAGIC).put((byte) suite.code()).put(seeds);
        return bytes.put(proof(Arrays.copyOf(bytes.array(), HEAD_BYTES + seeds.length)))
                .array();
    }

    private static byte[] proof(byte[] text) {
        return Arrays.copyOf(Suite.AES.hash(text), PROOF_BYTES);
    }
}
