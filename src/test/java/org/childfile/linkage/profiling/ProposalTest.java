package org.childfile.linkage.profiling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.childfile.lab.registers.TableWriter;
import org.childfile.lab.world.WorldPlan;
import org.childfile.linkage.matching.Clustering;
import org.childfile.linkage.matching.Edges;
import org.childfile.linkage.matching.Evaluation;
import org.childfile.linkage.matching.Matcher;
import org.childfile.linkage.matching.RowVerdicts;
import org.childfile.linkage.matching.TrainingOptions;
import org.childfile.linkage.model.LinkModel;
import org.childfile.linkage.table.CsvPeople;
import org.childfile.settings.Problems;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proposed models at work, without a hand laid on them; those of public sets are skipped where the sets are absent. */
class ProposalTest {

    private static final Path SETS = Path.of(System.getProperty(
            "linkage.sets", Path.of("..", "shared", "data", "linkage").toString()));

    private static final DelimitedFormat CSV = new DelimitedFormat(StandardCharsets.UTF_8, ',');

    @TempDir
    private Path directory;

    private static TableProfile profile(Path table) {
        Problems problems = new Problems();
        TableProfile profile = TableProfile.read(table, CSV, null, problems, rows -> {});
        problems.raise();
        return Objects.requireNonNull(profile);
    }

    private TableProfile profile(String text) throws IOException {
        Path table = directory.resolve("people.csv");
        Files.writeString(table, text);
        return profile(table);
    }

    private double f1(Path table, @Nullable String truth) throws IOException {
        Path file = directory.resolve("model.yaml");
        Files.writeString(file, Proposal.of(profile(table)));
        Problems problems = new Problems();
        LinkModel model = LinkModel.read(file, problems);
        problems.raise();
        CsvPeople.People read = CsvPeople.read(
                model,
                List.of(table),
                new CsvPeople.Options(null, truth, StandardCharsets.UTF_8),
                2,
                problems,
                rows -> {});
        problems.raise();
        CsvPeople.People people = Objects.requireNonNull(read);
        Matcher matcher = Matcher.of(model, people.table(), 2);
        Matcher learned = matcher.learned(matcher.train(TrainingOptions.USUAL).model());
        Edges edges = learned.pairs();
        String[] persons = people.truth();
        for (int row = 0; truth == null && row < persons.length; row++) {
            persons[row] = people.table().id(row).split("-")[1];
        }
        return Evaluation.of(learned, Clustering.decide(learned, edges, RowVerdicts.NONE), edges, persons)
                .pairs()
                .f1();
    }

    @ParameterizedTest
    @CsvSource({
        "febrl_dataset1.csv, , 0.998",
        "febrl_dataset2.csv, , 0.998",
        "febrl_dataset3.csv, , 0.997",
        "fake_1000.csv, cluster, 0.95",
        "fake_10000.csv, group, 0.97"
    })
    void theModelProposedForAPublicSetIsGoodAtOnce(String file, @Nullable String truth, double least)
            throws IOException {
        Path table = SETS.resolve(file);
        assumeTrue(Files.exists(table), () -> "the public sets are not in " + SETS);

        assertThat(f1(table, truth)).isGreaterThanOrEqualTo(least);
    }

    @Test
    void theModelProposedForAMadeCityIsGoodAtOnce() throws IOException {
        Path table = directory.resolve("city.csv");
        TableWriter.write(WorldPlan.of(1_500, 3), table, rows -> {});

        assertThat(f1(table, "person")).isGreaterThanOrEqualTo(0.997);
    }

    @Test
    void columnsAreRecognisedByTheirNamesAndValues() throws IOException {
        assertThat(profile("""
                        编号,姓名,曾用名,性别,出生日期,身份证号,户籍地,现住址,监护人姓名,电话,更新日期,备注
                        1,张明,,男,2015-01-02,500101201501021234,500101,重庆市万州区双河村3组,张大山,13812345678,2020-01-01,
                        2,李芳,李小芳,女,2016-02-03,500101201602031234,500101,重庆市万州区双河村4组,李大山,13912345678,2020-01-02,
                        """).columns())
                .extracting(ColumnProfile::kind)
                .containsExactly(
                        ColumnKind.ROW_ID,
                        ColumnKind.CHINESE_NAME,
                        ColumnKind.FORMER_NAME,
                        ColumnKind.SEX,
                        ColumnKind.BIRTH,
                        ColumnKind.CITIZEN_ID,
                        ColumnKind.DIVISION,
                        ColumnKind.CHINESE_ADDRESS,
                        ColumnKind.RELATIVE,
                        ColumnKind.PHONE,
                        ColumnKind.DATE,
                        ColumnKind.EMPTY);
    }

    @Test
    void theColumnThatSaysWhoIsWhoIsNeverCompared() throws IOException {
        String model = Proposal.of(profile("id,name,cluster\n1,Anna Bell,7\n2,Ann Bell,7\n3,Carl Dorn,8\n"));

        assertThat(model).contains("name: {from: name, as: name}").doesNotContain("cluster");
    }

    @Test
    void namesOfColumnsThatNoModelTakesAreMendedAndQuoted() throws IOException {
        assertThat(Proposal.of(profile("id,\"Name: full\",yes\n1,Anna Bell,a@b.c\n2,Ann Bell,d@e.f\n")))
                .contains("  Name_full: {from: \"Name: full\", as: ", "  yes: {from: \"yes\", as: email}");
    }

    @Test
    void aTableWhereNothingSaysWhoSomeoneIsHasNoModel() throws IOException {
        assertThat(Proposal.of(profile("id,feed\n1,a\n2,b\n"))).isEmpty();
    }
}
