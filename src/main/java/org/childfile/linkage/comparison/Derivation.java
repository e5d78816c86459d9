package org.childfile.linkage.comparison;

import java.util.List;

/** Keys made of one cleaned value, for blocking and as evidence that is derived. Stateless. */
public interface Derivation {

    /** The distinct keys, none of them empty; none at all where the value does not give any. */
    List<String> of(String value);
}
