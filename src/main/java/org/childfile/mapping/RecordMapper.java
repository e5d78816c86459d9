package org.childfile.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.childfile.feed.Connector;
import org.childfile.feed.Fields;
import org.childfile.feed.Fields.WrongType;
import org.childfile.feed.RecordParser;
import org.childfile.feed.Unusable;
import org.childfile.landing.PendingRecord;
import org.childfile.landing.Quarantined;
import org.jspecify.annotations.Nullable;

/** Makes a standard record of a landed one. Pure: record in, record or reason out. */
final class RecordMapper {

    private static final int MAX_TEXT = 4000;
    private static final int SMALL_RECORD = 16 * 1024;
    private static final String ID_NUMBER = "id_number";

    private final FeedMapping mapping;
    private final List<String> required;
    private final Set<String> identifiers;

    RecordMapper(FeedMapping mapping, Connector connector) {
        this.mapping = mapping;
        this.identifiers = AttributeCatalogue.of(mapping.population()).identifiers();
        this.required = connector.contract().required().stream().sorted().toList();
    }

    /** What became of a landed record. */
    sealed interface Mapped {
        /**
         * A standard record; JSON objects by attribute, null where empty.
         *
         * @param identifiers the attributes of class identifier, which are not among {@code attributes}
         * @param idNumber its citizen id number where it is sound
         */
        record Staged(
                PendingRecord record,
                byte[] attributes,
                byte @Nullable [] identifiers,
                byte @Nullable [] raw,
                byte @Nullable [] doubts,
                @Nullable String idNumber)
                implements Mapped {}

        /** A record for the quarantine. */
        record SetAside(Quarantined quarantined) implements Mapped {}
    }

    /** A record that is withdrawn keeps what was known of it; nothing of its content is read. */
    static Mapped.Staged withdrawn(PendingRecord record) {
        return new Mapped.Staged(record, new byte[] {'{', '}'}, null, null, null, null);
    }

    Mapped map(PendingRecord record, RecordParser parser) {
        try {
            Fields fields = parser.parse(record.content());
            Map<String, Object> values = new LinkedHashMap<>();
            Map<String, Object> raw = new LinkedHashMap<>();
            Map<String, Object> doubts = new LinkedHashMap<>();
            Optional<Unusable> flaw = flaw(fields, record.content());
            if (flaw.isEmpty()) {
                for (AttributeRule rule : mapping.rules()) {
                    flaw = fill(rule, fields, values, raw, doubts);
                    if (flaw.isPresent()) {
                        break;
                    }
                }
            }
            return flaw.<Mapped>map(why -> new Mapped.SetAside(new Quarantined(record, why)))
                    .orElseGet(() -> staged(record, values, raw, doubts));
        } catch (RecordParser.Malformed e) {
            return new Mapped.SetAside(new Quarantined(record, e.unusable()));
        } catch (WrongType e) {
            return new Mapped.SetAside(
                    new Quarantined(record, new Unusable(Unusable.Reason.WRONG_TYPE, e.path(), e.found())));
        }
    }

    private Mapped.Staged staged(
            PendingRecord record, Map<String, Object> values, Map<String, Object> raw, Map<String, Object> doubts) {
        Map<String, Object> sealed = new LinkedHashMap<>(values);
        sealed.keySet().retainAll(identifiers);
        values.keySet().removeAll(identifiers);
        return new Mapped.Staged(
                record,
                AttributeJson.of(values),
                AttributeJson.orNull(sealed),
                AttributeJson.orNull(raw),
                AttributeJson.orNull(doubts),
                doubts.containsKey(ID_NUMBER) ? null : (String) sealed.get(ID_NUMBER));
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
                for (String text : FieldTexts.of(fields, name)) {
                    if (text.length() > MAX_TEXT) {
                        return Optional.of(new Unusable(Unusable.Reason.TOO_LONG, name, text));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Unusable> fill(
            AttributeRule rule,
            Fields fields,
            Map<String, Object> values,
            Map<String, Object> raw,
            Map<String, Object> doubts)
            throws WrongType {
        if (!rule.applies(fields)) {
            return Optional.empty();
        }
        if (rule.constant().isPresent()) {
            values.put(rule.attribute(), rule.constant().get());
            return Optional.empty();
        }
        return rule.type() == AttributeType.TEXTS
                ? fillList(rule, fields, values, raw, doubts)
                : fillOne(rule, fields, values, raw, doubts);
    }

    private static Optional<Unusable> fillOne(
            AttributeRule rule,
            Fields fields,
            Map<String, Object> values,
            Map<String, Object> raw,
            Map<String, Object> doubts)
            throws WrongType {
        String firstText = null;
        Reading first = null;
        for (String field : rule.from()) {
            String text = rule.dated() ? fields.date(field) : fields.text(field);
            if (text == null || text.isBlank()) {
                continue;
            }
            Optional<Unusable> flaw = FieldTexts.flaw(field, text);
            if (flaw.isPresent()) {
                return flaw;
            }
            String value = rule.withoutPrefix(text, field);
            if (value == null) {
                continue;
            }
            Reading reading = rule.read(value);
            if (reading instanceof Reading.Bad(Unusable.Reason reason) && !rule.badIsDoubt()) {
                return Optional.of(new Unusable(reason, field, text));
            }
            if (reading instanceof Reading.Sound || first == null) {
                firstText = text;
                first = reading;
                if (reading instanceof Reading.Sound) {
                    break;
                }
            }
        }
        if (first != null && firstText != null) {
            keep(rule.attribute(), firstText, first, values, raw, doubts);
        }
        return Optional.empty();
    }

    private static void keep(
            String attribute,
            String text,
            Reading reading,
            Map<String, Object> values,
            Map<String, Object> raw,
            Map<String, Object> doubts) {
        Object value = switch (reading) {
            case Reading.Sound sound -> sound.value();
            case Reading.Doubtful doubtful -> {
                doubts.put(attribute, doubtful.doubt());
                yield doubtful.value();
            }
            case Reading.Bad bad -> {
                doubts.put(attribute, bad.reason().name());
                yield null;
            }
        };
        if (value != null) {
            values.put(attribute, value);
        }
        if (!(value instanceof Map) && (value == null || !text.equals(value.toString()))) {
            raw.put(attribute, text);
        }
    }

    private static Optional<Unusable> fillList(
            AttributeRule rule,
            Fields fields,
            Map<String, Object> values,
            Map<String, Object> raw,
            Map<String, Object> doubts)
            throws WrongType {
        List<String> list = new ArrayList<>();
        for (String field : rule.from()) {
            for (String text : fields.texts(field)) {
                Optional<Unusable> flaw = FieldTexts.flaw(field, text);
                if (flaw.isPresent()) {
                    return flaw;
                }
                for (String part :
                        rule.split().isPresent() ? text.split("[" + rule.split().get() + "]") : new String[] {text}) {
                    if (part.isBlank()) {
                        continue;
                    }
                    switch (rule.read(part)) {
                        case Reading.Sound sound -> list.add(sound.value().toString());
                        case Reading.Doubtful doubtful -> {
                            doubts.put(rule.attribute(), doubtful.doubt());
                            raw.put(rule.attribute(), text);
                        }
                        case Reading.Bad bad -> {
                            doubts.put(rule.attribute(), bad.reason().name());
                            raw.put(rule.attribute(), text);
                        }
                    }
                }
            }
        }
        if (!list.isEmpty()) {
            values.put(rule.attribute(), list);
        }
        return Optional.empty();
    }
}
