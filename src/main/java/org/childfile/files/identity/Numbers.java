package org.childfile.files.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.childfile.linkage.model.LinkModel;
import org.childfile.linkage.table.PeopleTable;

/**
 * What a person has once (id numbers, birth certificates), of some records: where both have such, they must share one.
 *
 * @param values by each such field of the model
 */
record Numbers(List<Set<String>> values) {

    static Numbers of(PeopleTable people, int row) {
        LinkModel model = people.model();
        List<Set<String>> values = new ArrayList<>();
        for (String field : model.differing()) {
            values.add(Set.copyOf(people.values(row, field)));
        }
        return new Numbers(List.copyOf(values));
    }

    boolean none() {
        return values.stream().allMatch(Set::isEmpty);
    }

    /** Whether they have a value in common. */
    boolean share(Numbers other) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).stream().anyMatch(other.values.get(i)::contains)) {
                return true;
            }
        }
        return false;
    }

    Numbers and(Numbers other) {
        if (other.none() || equals(other)) {
            return this;
        }
        List<Set<String>> both = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            both.add(Sets.united(values.get(i), other.values.get(i)));
        }
        return new Numbers(both);
    }

    /** Whether they say that there are two persons. */
    boolean contradict(Numbers other) {
        for (int i = 0; i < values.size(); i++) {
            Set<String> one = values.get(i);
            Set<String> two = other.values.get(i);
            if (!one.isEmpty() && !two.isEmpty() && one.stream().noneMatch(two::contains)) {
                return true;
            }
        }
        return false;
    }
}
