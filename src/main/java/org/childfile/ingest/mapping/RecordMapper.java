package org.childfile.ingest.mapping;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.format.Fields;
import org.childfile.ingest.format.Fields.WrongType;
import org.childfile.ingest.format.RecordParser;
import org.childfile.ingest.format.Unusable;
import org.childfile.ingest.landing.PendingRecord;
import org.childfile.ingest.landing.Quarantined;
import org.jspecify.annotations.Nullable;

/** Makes a standard record of a landed one: record in, record or reason out. One feed's, of one run. */
final class RecordMapper {

    private static final int SMALL_RECORD = 16 * 1024;
    private static final String ID_NUMBER = "id_number";

    private final FeedMapping mapping;
    private final List<String> required;
    private final Plausibility plausibility;
    private final IdNumberFields numbers;
    private final Set<String> sealed = new HashSet<>();

    /**
     * Maps records of a feed.
     *
     * @param day the day that the run stands for
     * @param numbers what is known of the feed's id numbers; learns of each record
     */
    RecordMapper(FeedMapping mapping, Connector connector, LocalDate day, IdNumberFields numbers) {
        this.mapping = mapping;
        this.plausibility = new Plausibility(mapping.population(), day);
        this.numbers = numbers;
        AttributeCatalogue catalogue = AttributeCatalogue.of(mapping.population());
        sealed.addAll(catalogue.identifiers());
        sealed.addAll(catalogue.sensitive());
        this.required = connector.contract().required().stream().sorted().toList();
    }

    /** What became of a landed record. */
    sealed interface Mapped {
        /**
         * A standard record; JSON objects by attribute, null where empty.
         *
         * @param identifiers the attributes that are sealed, which are not among {@code attributes}
         * @param idNumber its citizen id number where it is sound
         * @param open whether a number in it can turn out to be eaten once more of the feed is known
         * @param unnamed how many private-use characters it has that nobody can name
         */
        record Staged(
                PendingRecord record,
                byte[] attributes,
                byte @Nullable [] identifiers,
                byte @Nullable [] raw,
                byte @Nullable [] doubts,
                @Nullable String idNumber,
                boolean open,
                int unnamed)
                implements Mapped {}

        /** A record for the quarantine. */
        record SetAside(Quarantined quarantined) implements Mapped {}
    }

    /** A record that is withdrawn keeps what was known of it; nothing of its content is read. */
    static Mapped.Staged withdrawn(PendingRecord record) {
        return new Mapped.Staged(record, new byte[] {'{', '}'}, null, null, null, null, false, 0);
    }

    Mapped map(PendingRecord record, RecordParser parser) {
        if (record.damaged()) {
            return new Mapped.SetAside(new Quarantined(
                    record,
                    Unusable.inWords(
                            Unusable.Reason.DAMAGED,
                            "",
                            "what is kept of the record in pull " + record.pullId() + " as number " + record.seq()
                                    + " is not what came; the next pull brings it again")));
        }
        try {
            Fields fields = parser.parse(record.content());
            RecordDraft draft = new RecordDraft(fields, numbers);
            Optional<Unusable> flaw = flaw(fields, record.content());
            if (flaw.isEmpty()) {
                for (AttributeRule rule : mapping.rules()) {
                    flaw = draft.fill(rule);
                    if (flaw.isPresent()) {
                        break;
                    }
                }
            }
            if (flaw.isPresent()) {
                return new Mapped.SetAside(new Quarantined(record, flaw.get()));
            }
            plausibility.judge(draft);
            return staged(record, draft);
        } catch (RecordParser.Malformed e) {
            return new Mapped.SetAside(new Quarantined(record, e.unusable()));
        } catch (WrongType e) {
            return new Mapped.SetAside(
                    new Quarantined(record, new Unusable(Unusable.Reason.WRONG_TYPE, e.path(), e.found())));
        }
    }

    private Mapped.Staged staged(PendingRecord record, RecordDraft draft) {
        Map<String, Object> open = new LinkedHashMap<>(draft.values());
        open.keySet().removeAll(sealed);
        Map<String, Object> hidden = new LinkedHashMap<>(draft.values());
        hidden.keySet().retainAll(sealed);
        return new Mapped.Staged(
                record,
                AttributeJson.of(open),
                AttributeJson.orNull(hidden),
                AttributeJson.orNull(draft.raw()),
                AttributeJson.orNull(draft.doubts()),
                draft.sound(ID_NUMBER),
                draft.open(),
                draft.unnamed());
    }

    /** What makes the record as a whole unusable: a required field without text, a text beyond measure, a NUL. */
    private Optional<Unusable> flaw(Fields fields, byte[] content) throws WrongType {
        for (String field : required) {
            if (fields.texts(field).stream().allMatch(String::isBlank)) {
                return Optional.of(new Unusable(Unusable.Reason.MISSING_VALUE, field, ""));
            }
        }
        if (content.length > SMALL_RECORD) {
            for (String name : fields.names()) {
                for (String text : textsOf(fields, name)) {
                    if (text.length() > AttributeDomain.MAX_TEXT) {
                        return Optional.of(new Unusable(Unusable.Reason.TOO_LONG, name, text));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> textsOf(Fields fields, String name) {
        try {
            return fields.texts(name);
        } catch (WrongType e) {
            return List.of(e.found());
        }
    }
}
