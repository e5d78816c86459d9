package org.childfile.access.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Data keys kept in memory. */
public final class KeptKeys implements DataKeys {

    private final List<WrappedKey> keys = new ArrayList<>();
    private final Set<String> feeds = new TreeSet<>();
    private final List<Long> doomed = new ArrayList<>();
    private @Nullable TreeMark mark;

    @Override
    public List<WrappedKey> all() {
        return List.copyOf(keys);
    }

    @Override
    public void begin(List<WrappedKey> first) {
        keys.addAll(first);
    }

    @Override
    public Set<String> sealedFeeds() {
        return Set.copyOf(feeds);
    }

    @Override
    public void sealKeysOf(String feed) {
        feeds.add(feed);
    }

    @Override
    public Optional<TreeMark> tree() {
        return Optional.ofNullable(mark);
    }

    @Override
    public void beginTree(TreeMark first) {
        mark = mark == null ? first : mark;
    }

    @Override
    public void doom(List<Long> paths) {
        doomed.addAll(paths);
    }

    @Override
    public List<Long> doomed() {
        return List.copyOf(doomed);
    }

    @Override
    public void destroyed(List<Long> paths) {
        doomed.removeAll(paths);
    }

    /** Changes a byte of the first key. */
    void spoil() {
        keys.getFirst().wrapped()[20] ^= 1;
    }
}
