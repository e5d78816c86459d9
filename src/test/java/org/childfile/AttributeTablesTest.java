package org.childfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.childfile.ingest.mapping.AttributeCatalogue;
import org.childfile.ingest.mapping.Population;
import org.childfile.kernel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables that say what attributes mean to a package name attributes that there are. */
class AttributeTablesTest {

    private static final Set<String> KNOWN = Arrays.stream(Population.values())
            .flatMap(population -> AttributeCatalogue.of(population).names().stream())
            .collect(Collectors.toUnmodifiableSet());

    /** @param columns which cells of a line name an attribute */
    @ParameterizedTest
    @CsvSource({
        "care/pairing/marks.csv, 0",
        "files/digitalfile/sight-of-feeds.csv, 1",
        "files/identity/side-by-side.csv, 0",
        "files/versions/of-the-person.txt, 0",
        "files/versions/own-dates.csv, 012"
    })
    void everyNameIsOneOfTheCatalogue(String table, String columns) {
        for (String line : Resources.lines(AttributeTablesTest.class, "/org/childfile/" + table)) {
            String[] cells = line.split(",", -1);
            columns.chars()
                    .map(Character::getNumericValue)
                    .forEach(column -> assertThat(KNOWN).as(line).contains(cells[column]));
        }
    }
}
