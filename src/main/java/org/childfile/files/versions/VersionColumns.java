package org.childfile.files.versions;

import java.util.List;
import org.childfile.ingest.mapping.AttributeCatalogue;
import org.childfile.ingest.mapping.AttributeType;
import org.childfile.ingest.mapping.Population;

/** The table of a population's versions, and which attributes have a column of their own in it. */
record VersionColumns(String table, List<Column> columns) {

    /** A column and the type of its attribute. */
    record Column(String name, AttributeType type) {}

    static VersionColumns of(Population population) {
        String table = switch (population) {
            case CHILD -> "versions.child_version";
            case VOLUNTEER -> "versions.volunteer_version";
            case PAIRING, CARE -> throw new IllegalArgumentException("only persons have versions, not " + population);
        };
        return new VersionColumns(
                table,
                AttributeCatalogue.of(population).columns().stream()
                        .map(attribute -> new Column(attribute.name(), attribute.type()))
                        .toList());
    }
}
