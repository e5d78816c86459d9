package org.childfile.ingest.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.childfile.ingest.format.Fields;
import org.childfile.ingest.format.Fields.WrongType;
import org.jspecify.annotations.Nullable;

/**
 * How one attribute is filled.
 *
 * @param from the fields that may hold it, in order; the first whose text reads well is taken, else the first with a text
 * @param codes the department's codes and what they mean; empty where the texts are values already
 * @param open whether a text without a code is taken as it is; otherwise it is doubtful
 * @param split the character between the values of a list that came as one text
 * @param prefixes letters before the value that are cut off; with prefixes, a text without any of them is passed over
 * @param digits how many digits a code has; one with fewer lost some to a spreadsheet and is no other code. Empty: any text
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
        OptionalInt digits,
        boolean badIsDoubt,
        Optional<Condition> when,
        Optional<Boolean> constant) {

    /** A field must, or must not, hold one of some texts; without texts: hold any. */
    record Condition(String field, Set<String> texts, boolean negated) {}

    /** Whether the record meets the condition under which the attribute is taken. */
    boolean applies(Fields fields) throws WrongType {
        if (when.isEmpty()) {
            return true;
        }
        AttributeRule.Condition condition = when.get();
        String text = fields.text(condition.field());
        boolean holds = text != null
                && !text.isBlank()
                && (condition.texts().isEmpty() || condition.texts().contains(text.strip()));
        return holds != condition.negated();
    }

    /**
     * The value behind its prefix; null where the text has none. Prefixes hold for the fields behind the first: the first
     * holds the value itself.
     */
    @Nullable
    String withoutPrefix(String text, String field) {
        if (prefixes.isEmpty() || (from.size() > 1 && field.equals(from.getFirst()))) {
            return text;
        }
        String stripped = text.strip();
        for (String prefix : prefixes) {
            if (stripped.startsWith(prefix)) {
                return stripped.substring(prefix.length());
            }
        }
        return null;
    }

    /** The texts of a list's values in one text. */
    String[] parts(String text) {
        return split.isPresent() ? text.split("[" + split.get() + "]") : new String[] {text};
    }

    /** Whether its texts are days or times, which a spreadsheet may have counted from another year. */
    boolean dated() {
        return normaliser == Normaliser.DATE || normaliser == Normaliser.MONTH || normaliser == Normaliser.TIME;
    }

    /** What a text of this attribute means. */
    Reading read(String text) {
        if (digits.isPresent()) {
            String code = Normaliser.clean(text);
            if (code.length() < digits.getAsInt() && code.chars().allMatch(Character::isDigit)) {
                return new Reading.Doubtful(null, "DIGITS_LOST");
            }
        }
        if (codes.isEmpty()) {
            return normaliser.read(text);
        }
        String meaning = codes.get(Normaliser.clean(text));
        if (meaning != null) {
            return normaliser == Normaliser.FLAG
                    ? new Reading.Sound(meaning.equals("true"))
                    : new Reading.Sound(meaning);
        }
        return open ? normaliser.read(text) : new Reading.Doubtful(null, "UNKNOWN_CODE");
    }
}
