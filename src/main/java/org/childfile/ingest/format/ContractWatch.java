package org.childfile.ingest.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.connector.PullFailed;
import org.childfile.kernel.StorableText;

/** Watches that one pull keeps its contract of fields, and gathers what its report tells. */
final class ContractWatch {

    private static final int MAX_NOTES = 20;
    private static final int MAX_NAME = 60;

    private final Connector.Contract contract;
    private final TreeSet<String> seen = new TreeSet<>();
    private final Map<String, Integer> notes = new LinkedHashMap<>();
    private boolean table;

    ContractWatch(Connector.Contract contract) {
        this.contract = contract;
    }

    /** Whether the feed has headings. */
    boolean isTable() {
        return table;
    }

    void table(List<String> columns) {
        table = true;
        seen.addAll(columns);
        refuseMissing(columns);
    }

    void record(Collection<String> fields) {
        if (!table) {
            seen.addAll(fields);
        }
    }

    /** Notes something that the report tells; the same words are counted. */
    void note(String words) {
        notes.merge(words, 1, Integer::sum);
    }

    /** To be called behind the last record. Where none could be read, nothing is known of its fields. */
    void complete() {
        if (!table && !seen.isEmpty()) {
            refuseMissing(seen);
        }
    }

    private void refuseMissing(Collection<String> found) {
        List<String> missing = contract.required().stream()
                .filter(field -> !found.contains(field))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new PullFailed(
                    PullFailed.Reason.MISSING_COLUMN,
                    "required columns are missing: " + String.join(", ", missing) + "; found: "
                            + String.join(", ", found) + "; wanted: "
                            + String.join(
                                    ", ", contract.required().stream().sorted().toList()));
        }
    }

    /** What was noted, and which fields the contract does not know or that are absent. */
    List<String> notes() {
        List<String> all = new ArrayList<>();
        notes.forEach((words, count) -> all.add(count == 1 ? words : words + " (" + count + " times)"));
        seen.stream()
                .filter(name -> !contract.knows(name))
                .limit(MAX_NOTES)
                .forEach(name -> all.add(
                        "unknown field " + StorableText.shown(name.substring(0, Math.min(MAX_NAME, name.length())))));
        if (table) {
            contract.optional().stream()
                    .filter(name -> !seen.contains(name))
                    .sorted()
                    .forEach(name -> all.add("optional field " + name + " is absent"));
        }
        return all;
    }
}
