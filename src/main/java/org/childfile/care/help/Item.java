package org.childfile.care.help;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.childfile.care.help.WakeupRules.Draw;
import org.childfile.ingest.mapping.SourceRecord;
import org.childfile.kernel.SourceKey;

/**
 * A row of an event list: a value, and the record that it rests on.
 *
 * @param key as the department writes it
 * @param value as in {@link SourceRecord#attributes()}
 */
public record Item(SourceKey key, String attribute, Object value, Instant observedAt) {

    /**
     * The event list of a call: what is drawn from the records of a child, in the order of the rules.
     *
     * @param records of one child, in the order of their keys; withdrawn ones say nothing
     */
    static List<Item> draw(List<Draw> draws, List<SourceRecord> records) {
        List<Item> items = new ArrayList<>();
        for (Draw draw : draws) {
            for (SourceRecord record : records) {
                if (record.key().feed().equals(draw.feed()) && !record.withdrawn()) {
                    for (String attribute : draw.attributes()) {
                        Object value = record.attributes().get(attribute);
                        if (value != null && !record.doubts().containsKey(attribute)) {
                            items.add(new Item(record.key(), attribute, value, record.observedAt()));
                        }
                    }
                }
            }
        }
        return List.copyOf(items);
    }
}
