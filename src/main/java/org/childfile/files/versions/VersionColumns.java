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
        return switch (population) {
            case CHILD ->
                named(
                        population,
                        "versions.child_version",
                        "name sex birth_date id_number ethnic_group registered_division residence_division"
                                + " residence_address kinds on_roster guardian_name guardian_kinship guardian_phone"
                                + " father_name father_state mother_name mother_state school_code school_name grade"
                                + " enrolment_state boarding left_behind migrant disability_category"
                                + " disability_grade diagnoses insurance_state subsidised");
            case VOLUNTEER ->
                named(
                        population,
                        "versions.volunteer_version",
                        "name sex id_number birth_date post organisation division phone address skills capacity"
                                + " training in_post");
            case PAIRING -> throw notPersons(population);
            case CARE -> throw notPersons(population);
        };
    }

    private static VersionColumns named(Population population, String table, String names) {
        AttributeCatalogue catalogue = AttributeCatalogue.of(population);
        List<Column> columns = List.of(names.split(" ")).stream()
                .map(name -> new Column(name, catalogue.find(name).orElseThrow().type()))
                .toList();
        return new VersionColumns(table, columns);
    }

    private static IllegalArgumentException notPersons(Population population) {
        return new IllegalArgumentException("only persons have versions, not " + population);
    }
}
