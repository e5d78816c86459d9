package org.childfile.access.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import org.childfile.access.privacy.DataKeys.TreeMark;

/**
 * Where the subjects of one warehouse have their leaves in the erasure tree. A subject that comes again after its leaf was
 * destroyed has another one from then on: what was sealed before stays lost.
 */
final class SubjectKeys {

    private static final Subject PROOF = new Subject("proof");
    private static final int SALT_BYTES = 16;

    private final ErasureTree tree;
    private final byte[] salt;
    private final Prf names;

    private SubjectKeys(ErasureTree tree, byte[] salt, Prf names) {
        this.tree = tree;
        this.salt = salt.clone();
        this.names = names;
    }

    /**
     * The subjects of a warehouse; one that has no tree yet is given one.
     *
     * @param suite the digest by which a new tree is made
     * @throws KeysUnusable if its tree is missing, or the file holds another one
     */
    static SubjectKeys open(ErasureTree tree, DataKeys kept, Suite suite, Prf names) {
        if (kept.tree().isEmpty()) {
            tree.begin(suite);
            byte[] salt = new byte[SALT_BYTES];
            new SecureRandom().nextBytes(salt);
            kept.beginTree(new TreeMark(salt, new SubjectKeys(tree, salt, names).proof()));
        }
        TreeMark mark = kept.tree().orElseThrow();
        if (!tree.exists()) {
            throw tree.missing();
        }
        SubjectKeys subjects = new SubjectKeys(tree, mark.salt(), names);
        if (!MessageDigest.isEqual(mark.proof(), subjects.proof())) {
            throw tree.another();
        }
        return subjects;
    }

    private byte[] proof() {
        return tree.leaf(path(PROOF, 0)).map(leaf -> names.of(leaf)).orElseThrow(tree::another);
    }

    /** A leaf of the tree: where it is, and the half of a key. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Leaf(long path, byte[] half) {}

    /** The leaf of a subject that is there now. */
    Leaf leaf(Subject subject) {
        for (int life = 0; ; life++) {
            long path = path(subject, life);
            Optional<byte[]> half = tree.leaf(path);
            if (half.isPresent()) {
                return new Leaf(path, half.get());
            }
        }
    }

    private long path(Subject subject, int life) {
        byte[] text = subject.name().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.wrap(names.of(salt, new byte[] {(byte) (life >>> Byte.SIZE), (byte) life}, text))
                .getLong();
    }

    Optional<byte[]> leaf(long path) {
        return tree.leaf(path);
    }
}
