package org.childfile.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Data keys kept in memory. */
public final class KeptKeys implements DataKeys {

    private final List<WrappedKey> keys = new ArrayList<>();
    private final Set<String> feeds = new TreeSet<>();

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

    /** Changes a byte of the first key. */
    void spoil() {
        keys.getFirst().wrapped()[20] ^= 1;
    }
}
