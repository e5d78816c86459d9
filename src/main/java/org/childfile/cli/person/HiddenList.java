package org.childfile.cli.person;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.readmodel.AskedReads;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.Row;
import org.childfile.cli.terminal.Shown;
import org.childfile.files.versions.SealedRows;
import org.childfile.ingest.mapping.Population;

/** Asks for hidden children; every value is masked unless it is to be revealed and may be seen. */
final class HiddenList {

    private final AskedReads reads;
    private final Keyring keys;
    private final Shown shown;
    private final EvidenceText evidence;

    HiddenList(AskedReads reads, Keyring keys, Shown shown, EvidenceText evidence) {
        this.reads = reads;
        this.keys = keys;
        this.shown = shown;
        this.evidence = evidence;
    }

    /**
     * @param division the beginning of a code; empty for all
     * @param all those too of whom something was found already
     */
    List<HiddenRow> rows(String division, boolean all, int most) {
        List<Row> found = reads.rows(ReadQuery.of("hidden-list")
                .with("division", division)
                .with("all", all)
                .with("limit", most));
        Map<String, Map<String, Object>> hidden = hidden(found);
        return found.stream()
                .map(row -> row(row, hidden.getOrDefault(row.text("child_id"), Map.of())))
                .toList();
    }

    private HiddenRow row(Row row, Map<String, Object> hidden) {
        return new HiddenRow(
                row.text("child_id", ""),
                row.text("rule", ""),
                value("name", row, hidden),
                value("sex", row, hidden),
                value("birth_date", row, hidden),
                row.text("division", ""),
                value("residence_address", row, hidden),
                value("guardian_name", row, hidden),
                value("guardian_phone", row, hidden),
                value("school_name", row, hidden),
                evidence.line(row.text("evidence", "[]"), shown),
                row.text("since", ""),
                row.text("finding", ""),
                row.text("note", ""));
    }

    private String value(String attribute, Row row, Map<String, Object> hidden) {
        String masked = row.textOrNull(attribute);
        return masked == null ? "" : shown.value(attribute, String.valueOf(hidden.getOrDefault(attribute, masked)));
    }

    /** What the masks hide and the asker may see, by child; nothing unless it is to be revealed. */
    private Map<String, Map<String, Object>> hidden(List<Row> rows) {
        Map<String, Map<String, Object>> hidden = new HashMap<>();
        Map<String, Integer> versions = new HashMap<>();
        rows.forEach(row -> versions.put(row.text("child_id"), (int) row.number("version")));
        SealedRows sealed = new SealedRows(keys, Population.CHILD);
        for (Row row :
                reads.rows(ReadQuery.of("hidden-identifiers").with("children", String.join(",", versions.keySet())))) {
            String child = row.text("child_id");
            Map<String, Object> values =
                    new HashMap<>(sealed.values(child, versions.getOrDefault(child, 0), row.bytes("identifiers")));
            values.keySet().retainAll(row.texts("attributes"));
            hidden.put(child, values);
        }
        return hidden;
    }
}
