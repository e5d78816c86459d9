package org.childfile.files.identity;

import java.util.List;
import java.util.Optional;
import org.childfile.ingest.mapping.AttributeCatalogue;
import org.childfile.ingest.mapping.AttributeCatalogue.Attribute;
import org.childfile.ingest.mapping.AttributeDomain;
import org.childfile.ingest.mapping.AttributeType;
import org.childfile.ingest.mapping.Population;
import org.childfile.ingest.mapping.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a model reads out of a standard record, as its file names it:
 *
 * <ul>
 *   <li>{@code name}: an attribute, unless its value is in doubt
 *   <li>{@code doubtful_id_number}: an attribute whose value is in doubt, but still tells something (a digit is wrong, not
 *       lost)
 *   <li>{@code residence_place.township}, {@code residence_place.township+village}: a part of an address, or several that
 *       must all be there
 *   <li>{@code feed}: the feed that it came from
 * </ul>
 *
 * <p>A value that is none of its attribute's type ({@link AttributeDomain}) is no evidence; the stage that merges sets it aside.
 */
sealed interface EvidenceColumn {

    /** The value; null where there is none. */
    @Nullable
    String of(SourceRecord record);

    /** The column of a name; empty for a name that means nothing. */
    static Optional<EvidenceColumn> find(String name, Population population) {
        if (name.equals("feed")) {
            return Optional.of(new Feed());
        }
        int point = name.indexOf('.');
        if (point > 0) {
            List<String> parts = List.of(name.substring(point + 1).split("\\+"));
            return attribute(name.substring(0, point), population, AttributeType.OBJECT)
                    .map(attribute -> new Parts(attribute, parts));
        }
        String doubtful = "doubtful_";
        return name.startsWith(doubtful)
                ? text(name.substring(doubtful.length()), population).map(Doubtful::new)
                : text(name, population).map(Sound::new);
    }

    private static Optional<Attribute> text(String name, Population population) {
        return attribute(name, population, AttributeType.TEXT)
                .or(() -> attribute(name, population, AttributeType.DATE));
    }

    private static Optional<Attribute> attribute(String name, Population population, AttributeType type) {
        return AttributeCatalogue.of(population).find(name).filter(attribute -> attribute.type() == type);
    }

    private static boolean usable(Attribute attribute, SourceRecord record) {
        Object value = record.attributes().get(attribute.name());
        boolean doubtful = record.doubts().containsKey(attribute.name());
        return value != null
                && AttributeDomain.flaw(attribute.type(), value, doubtful).isEmpty();
    }

    /** An attribute that is not in doubt. */
    record Sound(Attribute attribute) implements EvidenceColumn {
        @Override
        public @Nullable String of(SourceRecord record) {
            return usable(attribute, record) ? record.sound(attribute.name()) : null;
        }
    }

    /** An attribute that is in doubt and still tells something. */
    record Doubtful(Attribute attribute) implements EvidenceColumn {
        @Override
        public @Nullable String of(SourceRecord record) {
            return usable(attribute, record) ? record.telling(attribute.name()) : null;
        }
    }

    /** Parts of an address, one behind the other. */
    record Parts(Attribute attribute, List<String> parts) implements EvidenceColumn {
        @Override
        public @Nullable String of(SourceRecord record) {
            if (!usable(attribute, record)) {
                return null;
            }
            StringBuilder all = new StringBuilder();
            for (String part : parts) {
                String text = record.part(attribute.name(), part);
                if (text == null) {
                    return null;
                }
                all.append(text);
            }
            return all.toString();
        }
    }

    /** The feed. */
    record Feed() implements EvidenceColumn {
        @Override
        public String of(SourceRecord record) {
            return record.key().feed();
        }
    }
}
