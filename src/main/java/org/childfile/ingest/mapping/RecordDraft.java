package org.childfile.ingest.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.childfile.ingest.format.Fields;
import org.childfile.ingest.format.Fields.WrongType;
import org.childfile.ingest.format.Unusable;
import org.childfile.kernel.PrivateUse;
import org.childfile.kernel.SpreadsheetErrors;
import org.childfile.kernel.StorableText;
import org.jspecify.annotations.Nullable;

/** A standard record while its attributes are filled, one rule after the other. */
final class RecordDraft {

    private final Fields fields;
    private final IdNumberFields numbers;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, Object> raw = new LinkedHashMap<>();
    private final Map<String, Object> doubts = new LinkedHashMap<>();
    private final Set<String> fifteen = new LinkedHashSet<>();
    private boolean open;
    private int unnamed;

    RecordDraft(Fields fields, IdNumberFields numbers) {
        this.fields = fields;
        this.numbers = numbers;
    }

    /** The values by attribute: String, Boolean, Integer, list or object of strings. */
    Map<String, Object> values() {
        return values;
    }

    /** By attribute the text where the value is another one, or none. */
    Map<String, Object> raw() {
        return raw;
    }

    /** By attribute why its value is in doubt. */
    Map<String, Object> doubts() {
        return doubts;
    }

    /** The attributes whose id number was given in its form of 15 digits. */
    Set<String> fifteen() {
        return fifteen;
    }

    /** Whether a number in it can turn out to be eaten once more of its field is known. */
    boolean open() {
        return open;
    }

    /** How many private-use characters it has that nobody can name. */
    int unnamed() {
        return unnamed;
    }

    @Nullable
    String text(String attribute) {
        return values.get(attribute) instanceof String text ? text : null;
    }

    /** A text attribute that is not in doubt. */
    @Nullable
    String sound(String attribute) {
        return doubts.containsKey(attribute) ? null : text(attribute);
    }

    void doubt(String attribute, String doubt) {
        doubts.put(attribute, doubt);
    }

    /** Puts a value that is in doubt in the place of another. */
    void doubt(String attribute, String value, String doubt) {
        values.put(attribute, value);
        raw.remove(attribute, value);
        doubt(attribute, doubt);
    }

    /** Fills an attribute; a text that makes the record as a whole unusable is told. */
    Optional<Unusable> fill(AttributeRule rule) throws WrongType {
        if (!rule.applies(fields)) {
            return Optional.empty();
        }
        if (rule.constant().isPresent()) {
            values.put(rule.attribute(), rule.constant().get());
            return Optional.empty();
        }
        Optional<Unusable> flaw = rule.type() == AttributeType.TEXTS ? fillList(rule) : fillOne(rule);
        return flaw.or(() -> outside(rule));
    }

    /** What was read, but is no value of the attribute's type: a doubt where the rule takes bad texts for doubts. */
    private Optional<Unusable> outside(AttributeRule rule) {
        Object value = values.get(rule.attribute());
        Unusable.Reason reason = value == null
                ? null
                : AttributeDomain.flaw(rule.type(), value, doubts.containsKey(rule.attribute()))
                        .orElse(null);
        if (reason == null) {
            return Optional.empty();
        }
        if (!rule.badIsDoubt()) {
            return Optional.of(new Unusable(reason, String.join(", ", rule.from()), String.valueOf(value)));
        }
        values.remove(rule.attribute());
        doubts.put(rule.attribute(), reason.name());
        return Optional.empty();
    }

    private Optional<Unusable> fillOne(AttributeRule rule) throws WrongType {
        String firstText = null;
        String firstField = "";
        Reading first = null;
        for (String field : rule.from()) {
            String given = rule.dated() ? fields.date(field) : fields.text(field);
            String text = readable(given);
            if (given == null || text == null || text.isBlank()) {
                continue;
            }
            if (SpreadsheetErrors.is(text)) {
                return Optional.of(Unusable.inWords(Unusable.Reason.ERROR_CELL, field, text.strip()));
            }
            if (!StorableText.is(text)) {
                return Optional.of(new Unusable(Unusable.Reason.FORBIDDEN_CHARACTER, field, text));
            }
            String value = rule.withoutPrefix(text, field);
            if (value == null) {
                continue;
            }
            Reading reading = read(rule, field, value);
            if (reading instanceof Reading.Bad(Unusable.Reason reason) && !rule.badIsDoubt()) {
                return Optional.of(new Unusable(reason, field, text));
            }
            if (reading instanceof Reading.Sound || first == null) {
                firstText = given;
                firstField = field;
                first = reading;
                if (reading instanceof Reading.Sound) {
                    break;
                }
            }
        }
        if (first != null && firstText != null) {
            keep(rule, firstField, firstText, first);
        }
        return Optional.empty();
    }

    private Reading read(AttributeRule rule, String field, String value) {
        Reading reading = rule.read(value);
        if (rule.normaliser() != Normaliser.CITIZEN_ID) {
            return reading;
        }
        numbers.note(field, reading);
        return numbers.judged(field, reading);
    }

    private void keep(AttributeRule rule, String field, String text, Reading reading) {
        String attribute = rule.attribute();
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
        if (rule.normaliser() == Normaliser.CITIZEN_ID && reading instanceof Reading.Sound) {
            open |= numbers.open(field, reading);
            if (Normaliser.fifteenDigits(rule.withoutPrefix(text, field))) {
                fifteen.add(attribute);
            }
        }
    }

    private Optional<Unusable> fillList(AttributeRule rule) throws WrongType {
        List<String> list = new ArrayList<>();
        for (String field : rule.from()) {
            for (String each : fields.texts(field)) {
                String text = String.valueOf(readable(each));
                if (!StorableText.is(text)) {
                    return Optional.of(new Unusable(Unusable.Reason.FORBIDDEN_CHARACTER, field, text));
                }
                if (SpreadsheetErrors.is(text)) {
                    return Optional.of(Unusable.inWords(Unusable.Reason.ERROR_CELL, field, text.strip()));
                }
                for (String part : rule.parts(text)) {
                    if (!part.isBlank()) {
                        take(rule, part, text, list);
                    }
                }
            }
        }
        if (!list.isEmpty()) {
            values.put(rule.attribute(), list);
        }
        return Optional.empty();
    }

    private void take(AttributeRule rule, String part, String text, List<String> list) {
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

    /** A text in the characters of today. */
    private @Nullable String readable(@Nullable String text) {
        if (text == null) {
            return null;
        }
        unnamed += PrivateUse.unknown(text);
        return PrivateUse.replaced(text);
    }
}
