package org.childfile.privacy;

import java.util.List;
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
}
