package org.childfile.access.privacy;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The data keys of a warehouse as they lie in it. */
public interface DataKeys {

    /** All of them; none in a warehouse that nothing was sealed in yet. */
    List<WrappedKey> all();

    /** Keeps the first keys of a warehouse, unless another process came first. */
    void begin(List<WrappedKey> first);

    /** The feeds whose keys lie sealed. */
    Set<String> sealedFeeds();

    /** Notes that the keys of a feed lie sealed; at once, whatever becomes of the caller's transaction. */
    void sealKeysOf(String feed);

    /** What proves which erasure tree is the warehouse's; empty where it has none yet. */
    Optional<TreeMark> tree();

    /** Keeps the mark of the tree, unless another process came first. */
    void beginTree(TreeMark mark);

    /** Notes, in the caller's transaction, that leaves of the tree are to be destroyed. */
    void doom(List<Long> paths);

    /** The leaves that are to be destroyed and are not yet, as they are committed. */
    List<Long> doomed();

    /** Notes that leaves are destroyed. */
    void destroyed(List<Long> paths);

    /**
     * What a warehouse knows of its erasure tree.
     *
     * @param salt sets its subjects apart from those of other warehouses that use the same tree
     * @param proof a keyed digest of one leaf
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record TreeMark(byte[] salt, byte[] proof) {}
}
