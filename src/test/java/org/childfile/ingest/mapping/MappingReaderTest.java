package org.childfile.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import org.childfile.ingest.connector.Connectors;
import org.childfile.settings.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingReaderTest {

    private final Problems problems = new Problems();
    private final Connectors connectors = Connectors.read(Path.of("connectors"), problems);

    @TempDir
    private Path directory = Path.of("");

    @Test
    void theNineMappingsHaveNoMistake() {
        Mappings mappings = Mappings.read(Path.of("mappings"), connectors, problems);

        assertThat(problems.all()).isEmpty();
        assertThat(mappings.feeds(Population.CHILD))
                .containsExactly(
                        "civil-affairs",
                        "education",
                        "health",
                        "medical-insurance",
                        "political-legal",
                        "public-security");
        assertThat(mappings.feeds(Population.VOLUNTEER)).containsExactly("volunteers");
        assertThat(mappings.feeds(Population.PAIRING)).containsExactly("pairings");
        assertThat(mappings.feeds(Population.CARE)).containsExactly("care-records");
    }

    @Test
    void allMistakesOfAMappingAreToldAtOnce() throws IOException {
        assertThat(mistakes("""
                version: 1
                feed: health
                population: child
                attributes:
                  nam: {from: name, as: name}
                  birth_date: {from: birthdate, as: date}
                  id_number: {from: idNumber, as: citizenid}
                  name: {as: name}
                  subsidised: {from: name, as: phone}
                  orphan: {from: deleted, as: flag, when: {field: gendre, is: [male]}}
                  phone: {from: [mother.phone, address.tel], as: phone, bad: ignore}
                  diagnoses: {from: "diagnosis[].icd10", spilt: ","}
                """)).isEqualTo("""
                m.yaml:5: nam: no such attribute of a child (did you mean name?); there are %s
                m.yaml:6: from: the connector has no field birthdate (did you mean birthDate?)
                m.yaml:7: as: found citizenid (did you mean citizen-id?), allowed are text, name, citizen-id, birth-certificate, date, month, time, ethnic-group, kinship, division, place, phone, integer, flag
                m.yaml:8: from: an attribute is filled from a field, or has a value: true or false
                m.yaml:9: as: subsidised is a FLAG, but this makes a TEXT
                m.yaml:10: field: the connector has no field gendre (did you mean gender?)
                m.yaml:11: bad: found ignore, allowed are quarantine, doubt
                m.yaml:12: from: the connector has no field diagnosis (did you mean diagnoses?)
                m.yaml:12: unknown key spilt (did you mean split?); known here are as, bad, codes, digits, from, open, split, strip-prefix, unless, value, when
                """.formatted(String.join(
                ", ", AttributeCatalogue.of(Population.CHILD).names())));
    }

    @Test
    void aFeedWithoutAConnectorIsAMistake() throws IOException {
        assertThat(mistakes("""
                version: 1
                feed: helth
                population: child
                attributes: {}
                """)).isEqualTo("""
                m.yaml:2: feed: no connector has the feed helth (did you mean health?); there are care-records, civil-affairs, education, health, medical-insurance, pairings, political-legal, public-security, volunteers
                m.yaml:4: attributes: a mapping fills at least one attribute
                """);
    }

    @Test
    void aKeyThatIdentifiesAPersonIsToBeSealed() throws IOException {
        String connector = Files.readString(Path.of("connectors/public-security.yaml"));
        Path clear = Files.createDirectory(directory.resolve("connectors")).resolve("public-security.yaml");
        Files.writeString(clear, connector.replace("sealed-key: true\n", ""));
        Path file = directory.resolve("m.yaml");
        Files.writeString(file, """
                version: 1
                feed: public-security
                population: child
                attributes:
                  id_number: {from: GMSFHM, as: citizen-id}
                """);

        MappingReader.read(file, Connectors.read(Objects.requireNonNull(clear.getParent()), problems), problems);

        assertThat(problems.all())
                .extracting(problem -> problem.toString())
                .containsExactly(file + ":5: from: GMSFHM identifies a person and is the key of public-security; write"
                        + " sealed-key: true in " + clear);
    }

    @Test
    void aConnectorWithoutAMappingIsAMistake() {
        Mappings.read(directory, connectors, problems);

        assertThat(problems.all())
                .hasSize(9)
                .extracting(problem -> problem.toString())
                .contains("connectors/health.yaml: the feed health has no file in " + directory);
    }

    private String mistakes(String yaml) throws IOException {
        Path file = directory.resolve("m.yaml");
        Files.writeString(file, yaml);
        MappingReader.read(file, connectors, problems);
        return problems.all().stream()
                .map(problem -> problem.toString().replace(directory + "/", "") + "\n")
                .collect(Collectors.joining());
    }
}
