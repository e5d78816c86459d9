package org.childfile.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.childfile.access.privacy.Masking;
import org.childfile.cli.main.CommandRun;
import org.childfile.ingest.connect.SftpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * One night with other settings files and variables than the program's own, and not a line of Java: the school roll
 * comes by SFTP, the police ask for HMAC-SM3, the warehouse is sealed with SM4, and the disabled persons' federation (残联) sends a tenth and an eleventh
 * feed.
 */
@SuppressWarnings("NullAway.Init")
class OtherSettingsTest {

    private static final Path CONNECTORS = TestFiles.connectors();
    private static final Path MAPPINGS = TestFiles.mappings();

    private static Federation federation;
    private static SftpServer sftp;
    private static Nights nights;
    private static Run run;

    @BeforeAll
    static void runTheNight() {
        TestFiles.add("tenth-feed/connectors", CONNECTORS);
        TestFiles.add("tenth-feed/mappings", MAPPINGS);
        TestFiles.edit(CONNECTORS.resolve("public-security.yaml"), "algorithm: hmac-sha256", "algorithm: hmac-sm3");
        TestWorld world = TestWorld.small();
        federation = new Federation(world);
        sftp = new SftpServer(world.dir().resolve("night-1"));
        Map<String, String> environment = new HashMap<>(federation.environment());
        environment.put("EDUCATION_URL", sftp.url("/education"));
        environment.put("EDUCATION_SFTP_HOST_KEY", sftp.fingerprint());
        environment.put("EDUCATION_SFTP_PASSWORD", sftp.password());
        environment.put("CHILDFILE_CIPHER", "SM4");
        nights = Nights.start(world, CONNECTORS, MAPPINGS, environment);
        run = nights.run(1);
    }

    @AfterAll
    static void close() {
        nights.close();
        sftp.close();
        federation.close();
    }

    @Test
    void theFilesHaveNoMistake() {
        CommandRun check = CommandRun.of(
                Map.of(
                        "CHILDFILE_LANG",
                        "en",
                        "CHILDFILE_HOME",
                        TestFiles.temporary("home").toString()),
                "check",
                "--connectors",
                CONNECTORS.toString(),
                "--mappings",
                MAPPINGS.toString());
        assertThat(check.out())
                .as(check.err())
                .startsWith("11 connectors and their mappings have no mistake\n")
                .contains("Note: " + CONNECTORS.resolve("disabled-persons.yaml")
                        + " has no notice (purpose, legal basis,")
                .doesNotContain("health.yaml has no notice");
        assertThat(check.exitCode()).isZero();
    }

    @Test
    void everyFeedOfTheNightIsInForce() {
        assertThat(nights.books().pulls(run).values().stream()
                        .map(pull -> pull.feed() + " " + pull.line())
                        .filter(line -> !line.contains(" ok"))
                        .toList())
                .isEmpty();
        assertThat(run.state()).isEqualTo(Run.State.DONE);
        assertThat(nights.books().lost(run)).isEmpty();
    }

    @Test
    void theSchoolRollComesBySftpAsItComesByHttp() {
        Nights byHttp = Nights.shared().empty();
        byHttp.run(1);
        assertThat(nights.books().landed("education"))
                .hasSize(113)
                .isEqualTo(byHttp.books().landed("education"));
    }

    @Test
    void thePoliceAnswerOnlyWhoSignsBySm3() {
        assertThat(nights.books().pull(run, "public-security").line()).isEqualTo("ok, 144 new");
    }

    @Test
    void everythingIsSealedWithTheCipherThatWasAskedFor() {
        assertThat(nights.books().texts("select distinct cipher from privacy.data_key"))
                .containsExactly("SM4-GCM");
        assertThat(nights.books().texts("select distinct substring(content for 1)::text from landing.record"))
                .containsExactly("\\x22");
        assertThat(nights.books().texts("""
                select distinct substring(identifiers for 1)::text from versions.child_version
                where identifiers is not null""")).containsExactly("\\x22");
    }

    @Test
    void theRecordsOfTheTenthAndTheEleventhFeedJoinTheirChildren() {
        assertThat(nights.books().pull(run, "disabled-persons").line()).isEqualTo("ok, 7 new");
        assertThat(nights.books().pull(run, "rehabilitation").line()).isEqualTo("ok, 7 new");
        assertThat(togetherWithHealth("disabled-persons")).containsExactlyElementsOf(federation.certificates());
        assertThat(togetherWithHealth("rehabilitation")).containsExactlyElementsOf(federation.treated());
    }

    @Test
    void theirValuesStandInTheChildrensFilesUnderTheirNames() {
        assertThat(values("disabled-persons", "disability_certificate"))
                .containsExactlyElementsOf(federation.certificates().stream()
                        .map(pair -> pair.split(" ")[0])
                        .map(number -> number + " " + Masking.storedIdNumber(number))
                        .toList());
        assertThat(values("disabled-persons", "disability_category"))
                .hasSize(7)
                .allMatch(value -> value.endsWith(" 4"));
        assertThat(values("rehabilitation", "carer_name")).hasSize(7).allMatch(value -> value.endsWith(" 欧阳娟"));
        assertThat(nights.books().texts("""
                select disability_grade from mart.child where feeds @> '{disabled-persons,rehabilitation}'""")).hasSize(7).containsOnly("3");
    }

    private static List<String> togetherWithHealth(String feed) {
        return nights.books().texts("""
                select m.source_key || ' ' || h.source_key
                from mart.membership m join mart.membership h using (person_id)
                where h.feed = 'health' and m.feed = '%s'""".formatted(feed)).stream().sorted().toList();
    }

    private static List<String> values(String feed, String attribute) {
        return nights.books().texts("""
                select v.source_key || ' ' || v.value
                from mart.child_value v join mart.child c using (child_id, version)
                where v.feed = '%s' and v.attribute = '%s'""".formatted(feed, attribute)).stream()
                .sorted()
                .toList();
    }
}
