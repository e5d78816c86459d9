package org.childfile.cli.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.childfile.cli.terminal.Shown;
import org.childfile.files.identity.Explanation;
import org.childfile.files.identity.PersonExplanation;
import org.childfile.files.identity.RecordPair;
import org.childfile.files.identity.SideBySide.Row;
import org.childfile.files.identity.Verdict;
import org.jspecify.annotations.Nullable;

/** Explanations as data for other programs; names are those of the tables, whatever the user's language. */
record ExplanationJson(Shown shown) {

    Map<String, Object> of(RecordPair pair) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("a", shown.key(pair.a()));
        out.put("b", shown.key(pair.b()));
        out.put("person_a", pair.left() == null ? null : pair.left().personId());
        out.put("person_b", pair.right() == null ? null : pair.right().personId());
        out.put("together", pair.together());
        out.put("values", pair.values().rows().stream().map(this::row).toList());
        out.put("explanation", of(pair.explanation()));
        return out;
    }

    Map<String, Object> of(PersonExplanation person) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("person", person.personId());
        out.put(
                "records",
                person.records().stream()
                        .map(held -> {
                            Map<String, Object> each = new LinkedHashMap<>();
                            each.put("record", shown.key(held.record()));
                            boolean alone = held.by().equals(held.record());
                            each.put("by", alone ? null : shown.key(held.by()));
                            each.put("decided_by", held.byPerson() ? "person" : "rule");
                            each.put("explanation", alone ? null : of(held.explanation()));
                            return each;
                        })
                        .toList());
        out.put(
                "near",
                person.nearMisses().stream()
                        .map(near -> {
                            Map<String, Object> each = new LinkedHashMap<>();
                            each.put("record", shown.key(near.record()));
                            each.put("other", shown.key(near.other()));
                            each.put("person", near.otherPerson());
                            each.put("explanation", of(near.explanation()));
                            return each;
                        })
                        .toList());
        return out;
    }

    private Map<String, Object> row(Row row) {
        String name = row.attribute().name();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("attribute", name);
        out.put("left", values(name, row.left()));
        out.put("mark", row.mark().name().toLowerCase(Locale.ROOT));
        out.put("right", values(name, row.right()));
        out.put("doubtful", row.doubtful());
        return out;
    }

    private List<String> values(String attribute, List<String> values) {
        return values.stream().map(value -> shown.value(attribute, value)).toList();
    }

    private static Map<String, Object> of(Explanation explanation) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("prior", explanation.prior());
        out.put(
                "comparisons",
                explanation.contributions().stream()
                        .map(part -> {
                            Map<String, Object> each = new LinkedHashMap<>();
                            each.put("comparison", part.comparison());
                            each.put("level", part.level());
                            each.put("bits", part.bits());
                            return each;
                        })
                        .toList());
        out.put("total", explanation.total());
        out.put("join", explanation.join());
        out.put("review", explanation.review());
        out.put("veto", explanation.veto().isEmpty() ? null : explanation.veto());
        out.put("verdict", verdict(explanation.verdict()));
        out.put("outcome", explanation.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        return out;
    }

    private static @Nullable Map<String, Object> verdict(@Nullable Verdict verdict) {
        if (verdict == null) {
            return null;
        }
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("number", verdict.number());
        out.put("kind", verdict.kind().written());
        out.put("actor", verdict.actor());
        out.put("at", verdict.at().toString());
        out.put("reason", verdict.reason());
        if (verdict.changed() != null) {
            out.put("changed", verdict.changed().toString());
        }
        return out;
    }
}
