package org.childfile.files.digitalfile;

import java.util.List;

/**
 * What the rules say of one child.
 *
 * @param rules the ids of the risk rules that fire, in the order of their files
 */
record Assessment(List<Hit> hits, Grade grade, List<String> rules) {
    Assessment {
        hits = List.copyOf(hits);
        rules = List.copyOf(rules);
    }
}
