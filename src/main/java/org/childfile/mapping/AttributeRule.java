package org.childfile.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How one attribute is filled.
 *
 * @param from the fields that may hold it, in order; the first whose text reads well is taken, else the first with a text
 * @param codes the department's codes and what they mean; empty where the texts are values already
 * @param open whether a text without a code is taken as it is; otherwise it is doubtful
 * @param split the character between the values of a list that came as one text
 * @param prefixes letters before the value that are cut off; with prefixes, a text without any of them is passed over
 * @param badIsDoubt a text that can be no value is kept as a doubt, and does not cost the record
 * @param when take it only from records that meet the condition
 * @param constant the value, whatever the record says
 */
record AttributeRule(
        String attribute,
        AttributeType type,
        List<String> from,
        Normaliser normaliser,
        Map<String, String> codes,
        boolean open,
        Optional<String> split,
        List<String> prefixes,
        boolean badIsDoubt,
        Optional<Condition> when,
        Optional<Boolean> constant) {

    /** A field must, or must not, hold one of some texts; without texts: hold any. */
    record Condition(String field, Set<String> texts, boolean negated) {}
}
