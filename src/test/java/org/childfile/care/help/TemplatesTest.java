package org.childfile.care.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.childfile.ingest.connector.Connectors;
import org.childfile.settings.Problem;
import org.childfile.settings.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplatesTest {

    private final Problems problems = new Problems();
    private final List<String> feeds =
            Connectors.read(Path.of("connectors"), problems).feeds();

    @Test
    void theProgramsOwnTemplatesAreSoundAndAskForNoMoreThanTheFeedsDo() {
        WakeupRules rules = WakeupRules.read(Path.of("mappings"), feeds, problems);
        Templates templates = Templates.read(Path.of("connectors"), rules, problems);
        assertThat(problems.all()).isEmpty();
        assertThat(templates.all())
                .extracting(ApplicationTemplate::name)
                .containsExactly(
                        "civil-affairs-help",
                        "education-help",
                        "health-help",
                        "insurance-help",
                        "mandatory-copy",
                        "mandatory-report",
                        "page");
        assertThat(templates.all())
                .filteredOn(ApplicationTemplate::urgent)
                .allSatisfy(each -> assertThat(TemplateReader.longest(each.endpoint()))
                        .isLessThan(java.time.Duration.ofMinutes(1)));
    }

    @Test
    void everyMistakeOfATemplateIsToldWithItsPlace(@TempDir Path directory) throws IOException {
        Path outbound = Files.createDirectories(directory.resolve("outbound"));
        Path file = Files.writeString(outbound.resolve("bad.yaml"), """
                version: 1
                name: bad
                department: education
                title: {zh: 坏, en: bad}
                url: ${EDUCATION_URL}
                for:
                  SCHOOLING: {deadline: 36h}
                  SCHOLING: {deadline: 1d}
                  ABUSE: {deadline: 0d}
                escalate-to: moon
                send:
                  path: applications
                  body:
                    a: "{nme}"
                    b: "{diagnoses}"
                  required: [c]
                answer:
                  state: /state
                  follow: {path: "/applications/{receipt}"}
                limit: {}
                """);
        WakeupRules rules = WakeupRules.read(Path.of("mappings"), feeds, problems);
        Templates.read(directory, rules, problems);
        String at = file + ":";
        assertThat(problems.all())
                .extracting(Problem::toString)
                .contains(
                        at + "7: deadline: a deadline is in whole days, such as 3d",
                        at + "8: SCHOLING: there is no kind SCHOLING (did you mean SCHOOLING?)",
                        at + "14: a: the event list of SCHOOLING (wakeup.yaml) holds no nme (did you mean name?)",
                        at + "15: b: the event list of SCHOOLING (wakeup.yaml) holds no diagnoses",
                        at + "16: required: the field c is not in body (did you mean a?)",
                        at + "12: path: found applications, a path begins with / and leads down from the base URL",
                        at + "10: escalate-to: found moon, allowed are township, district, city")
                .anyMatch(problem -> problem.endsWith("the key receipt is missing"))
                .anyMatch(problem -> problem.contains("unknown key limit (did you mean limits?)"))
                .anyMatch(problem -> problem.contains("what is urgent is for ABUSE alone"))
                .anyMatch(problem -> problem.contains("no file is for HARDSHIP; nobody would be told of it"))
                .anyMatch(problem -> problem.contains("what is followed needs state and states"));
    }

    @Test
    void whatIsUrgentMustFailWithinAMinuteAndNameATelephone(@TempDir Path directory) throws IOException {
        Path outbound = Files.createDirectories(directory.resolve("outbound"));
        String report = Files.readString(Path.of("connectors/outbound/mandatory-report.yaml"))
                .replace("answer-timeout: 10s", "answer-timeout: 30s")
                .replaceAll("(?s)telephones:.*?send:", "send:");
        Files.writeString(outbound.resolve("mandatory-report.yaml"), report);
        WakeupRules rules = WakeupRules.read(Path.of("mappings"), feeds, problems);
        Templates.read(directory, rules, problems);
        assertThat(problems.all())
                .extracting(Problem::toString)
                .anyMatch(problem ->
                        problem.endsWith("all attempts together may take 72 s; what is urgent must be known to"
                                + " fail within a minute"))
                .anyMatch(
                        problem -> problem.endsWith("what is urgent needs a telephone to call when its route is down"));
    }

    @Test
    void anUnknownAttributeOrFeedIsToldWithItsPlace(@TempDir Path directory) throws IOException {
        String rules = Files.readString(Path.of("mappings/wakeup.yaml"))
                .replace("enrolment_state", "enrollment_state")
                .replace("    health:", "    heath:");
        Path file = Files.writeString(directory.resolve("wakeup.yaml"), rules);
        WakeupRules.read(directory, feeds, problems);
        assertThat(problems.all())
                .extracting(Problem::toString)
                .containsExactly(
                        file + ":7: education: there is no attribute enrollment_state (did you mean enrolment_state?)",
                        file + ":11: heath: there is no feed heath (did you mean health?)");
    }
}
