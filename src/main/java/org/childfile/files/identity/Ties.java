package org.childfile.files.identity;

import java.util.Set;
import org.childfile.kernel.SourceKey;

/**
 * What persons said of some records.
 *
 * @param groups the groups that verdicts made of them; none where no verdict names them
 * @param apart the groups that verdicts keep apart from them
 */
record Ties(Set<SourceKey> groups, Set<SourceKey> apart) {

    private static final Ties NONE = new Ties(Set.of(), Set.of());

    static Ties of(LinkRecord record, VerdictConstraints constraints) {
        SourceKey group = constraints.group(record.key());
        Set<SourceKey> apart = constraints.apartFrom(group);
        return apart.isEmpty() && !constraints.joins(record.key()) ? NONE : new Ties(Set.of(group), apart);
    }

    Ties and(Ties other) {
        return new Ties(Sets.united(groups, other.groups), Sets.united(apart, other.apart));
    }

    /** Whether a person said that they are two persons. */
    boolean keptApart(Ties other) {
        return !apart.isEmpty() && apart.stream().anyMatch(other.groups::contains);
    }
}
