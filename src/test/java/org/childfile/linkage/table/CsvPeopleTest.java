package org.childfile.linkage.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.childfile.linkage.matching.People;
import org.childfile.linkage.model.LinkModel;
import org.childfile.settings.InvalidSettings;
import org.childfile.settings.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvPeopleTest {

    private static final LinkModel MODEL = People.model("""
            version: 1
            fields:
              name: {from: 姓名, as: chinese-name}
            blocks: [name]
            comparisons:
              name: {levels: [exact]}
            """);

    @TempDir
    private Path directory;

    private CsvPeople.People read(Charset charset, byte[] bytes) throws IOException {
        Path file = Files.write(directory.resolve("people.csv"), bytes);
        Problems problems = new Problems();
        CsvPeople.People people = CsvPeople.read(
                MODEL, List.of(file), new CsvPeople.Options(null, "person", charset), 2, problems, rows -> {});
        problems.raise();
        return Objects.requireNonNull(people);
    }

    private CsvPeople.People read(String text) throws IOException {
        return read(StandardCharsets.UTF_8, text.getBytes(StandardCharsets.UTF_8));
    }

    private void assertTold(String text, String... told) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(InvalidSettings.class)
                .hasMessage(String.join("\n", told)
                        .replace("people.csv", directory.resolve("people.csv").toString()));
    }

    @Test
    void rowsAreReadWithTheirTruthInTheOrderOfTheirIds() throws IOException {
        CsvPeople.People people = read("\uFEFFid, 姓名 ,person\nb,张 伟,2\na,,1\n\n\"c\",李娜,\n");

        assertThat(people.truth()).containsExactly("1", "2", null);
        assertThat(people.table().id(1)).isEqualTo("b");
        assertThat(people.table().values(0, "name")).isEmpty();
        assertThat(people.table().values(1, "name")).containsExactly("张伟");
        assertThat(people.table().row(0, "c")).isEqualTo(2);
        assertThat(people.table().row(0, "d")).isEqualTo(-1);
    }

    @Test
    void anotherEncodingIsReadWhereItIsNamed() throws IOException {
        Charset gb = Charset.forName("GB18030");

        assertThat(read(gb, "id,姓名,person\n1,张伟,\n".getBytes(gb)).table().values(0, "name"))
                .containsExactly("张伟");
        assertThatThrownBy(() -> read(StandardCharsets.UTF_8, "id,姓名,person\n1,张伟,\n".getBytes(gb)))
                .hasMessageEndingWith("people.csv: is not UTF-8; save it so, or name its encoding");
    }

    @Test
    void whatIsWrongWithLinesIsToldWithTheLine() {
        assertTold(
                "id,姓名,person\n1,a,\n2,b\n1,c,\n,d,\n3,e,,\n",
                "people.csv:3: found 2 cells, the header has 3",
                "people.csv:4: the id stands already in line 2",
                "people.csv:5: the id is missing",
                "people.csv:6: found 4 cells, the header has 3");
    }

    @Test
    void aFileWithoutRowsIsToldSo() {
        assertTold("", "people.csv: the file is empty");
        assertTold("id,姓名,person\n", "people.csv: the file has no row beside its header");
    }

    @Test
    void missingColumnsAreToldTogether() {
        assertThatThrownBy(() -> read("id,名,persn\n1,a,b\n"))
                .hasMessageContaining("model.yaml:3: name: ")
                .hasMessageContaining("has no column 姓名 (did you mean 名?); there are id, 名, persn")
                .hasMessageContaining("people.csv:1: no column person (did you mean persn?); there are id, 名, persn");
    }
}
