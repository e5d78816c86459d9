package org.childfile.files.merge;

import java.util.List;

/**
 * How the value of an attribute, or of a group of attributes that only make sense from one record, is chosen.
 *
 * @param attributes the first is compared; the others come from the record that gave the first
 * @param by the criteria, the first that tells two values apart decides
 * @param order feeds, the most trusted first; a feed that is not named comes last
 * @param union for lists: every value that any record gives
 */
record SurvivorshipRule(List<String> attributes, List<Criterion> by, List<String> order, boolean union) {
    SurvivorshipRule {
        attributes = List.copyOf(attributes);
        by = List.copyOf(by);
        order = List.copyOf(order);
    }

    int rank(String feed) {
        int rank = order.indexOf(feed);
        return rank < 0 ? order.size() : rank;
    }
}
