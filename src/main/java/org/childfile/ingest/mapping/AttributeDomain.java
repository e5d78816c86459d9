package org.childfile.ingest.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.childfile.ingest.format.Unusable.Reason;
import org.childfile.kernel.StorableText;
import org.jspecify.annotations.Nullable;

/**
 * Which values an attribute of a type may have. Mapping lets no other value pass; the stages behind it set aside the record
 * or person in which they meet one all the same.
 */
public final class AttributeDomain {

    /** Longer than anything that a department writes into one field, in UTF-16 units. */
    static final int MAX_TEXT = 4000;

    private static final int MAX_LIST = 1000;
    /** A year of four digits, as ISO 8601 has them, and so that ages can be counted on from it. */
    private static final int FIRST_YEAR = 1000;

    private static final int LAST_YEAR = 9000;

    private AttributeDomain() {}

    /** Why a value is none of the type; empty where it is one. */
    public static Optional<Reason> flaw(AttributeType type, Object value) {
        return Optional.ofNullable(
                switch (type) {
                    case TEXT -> value instanceof String text ? text(text) : Reason.WRONG_TYPE;
                    case DATE -> value instanceof String text ? date(text) : Reason.WRONG_TYPE;
                    case FLAG -> value instanceof Boolean ? null : Reason.WRONG_TYPE;
                    case INTEGER -> value instanceof Integer ? null : Reason.WRONG_TYPE;
                    case TEXTS -> value instanceof List<?> list ? list(list) : Reason.WRONG_TYPE;
                    case OBJECT -> value instanceof Map<?, ?> map ? object(map) : Reason.WRONG_TYPE;
                });
    }

    /** The same of a value that may be in doubt: the text that is told of it need not be a value of the type. */
    public static Optional<Reason> flaw(AttributeType type, Object value, boolean doubtful) {
        return flaw(doubtful && value instanceof String ? AttributeType.TEXT : type, value);
    }

    /** The record with those of its values alone that are values of their attributes' types. */
    public static SourceRecord usable(Population population, SourceRecord record) {
        AttributeCatalogue catalogue = AttributeCatalogue.of(population);
        Map<String, Object> sound = new LinkedHashMap<>(record.attributes());
        sound.entrySet()
                .removeIf(each -> catalogue
                        .find(each.getKey())
                        .flatMap(attribute -> flaw(
                                attribute.type(),
                                each.getValue(),
                                record.doubts().containsKey(each.getKey())))
                        .isPresent());
        return new SourceRecord(
                record.recordId(), record.key(), record.withdrawn(), record.observedAt(), sound, record.doubts());
    }

    private static @Nullable Reason text(String text) {
        return text.length() > MAX_TEXT ? Reason.TOO_LONG : StorableText.is(text) ? null : Reason.FORBIDDEN_CHARACTER;
    }

    private static @Nullable Reason date(String text) {
        try {
            int year = LocalDate.parse(text).getYear();
            return year < FIRST_YEAR || year > LAST_YEAR ? Reason.BAD_DATE : null;
        } catch (DateTimeException e) {
            return Reason.BAD_DATE;
        }
    }

    private static @Nullable Reason list(List<?> list) {
        return list.size() > MAX_LIST ? Reason.TOO_LONG : texts(list);
    }

    private static @Nullable Reason object(Map<?, ?> map) {
        Reason names = texts(map.keySet());
        return names == null ? texts(map.values()) : names;
    }

    private static @Nullable Reason texts(Iterable<?> values) {
        for (Object each : values) {
            Reason reason = each instanceof String text ? text(text) : Reason.WRONG_TYPE;
            if (reason != null) {
                return reason;
            }
        }
        return null;
    }
}
