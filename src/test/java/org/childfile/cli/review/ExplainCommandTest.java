package org.childfile.cli.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.childfile.access.keys.TestKeys;
import org.childfile.cli.main.CommandRun;
import org.childfile.cli.terminal.TextTable;
import org.childfile.files.identity.TestLinkage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExplainCommandTest {

    private static final TestLinkage LINKAGE = TestLinkage.fresh();
    private static final String HOME = "; birth 2015-03-07; home 500101001001; father 张伟";

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void tell() {
        LINKAGE.tell("a/1", "name 张子涵; id 50010120150307002" + HOME)
                .tell("b/1", "name 章子涵; school_name <b>一小</b> & 二小" + HOME)
                .tell("c/1", "name 张子涵; birth 2015-03-07; home 500101001001; id 50010120150307004")
                .tell("d/1", "name 王鹏; birth 2012-10-30")
                .link("one");
    }

    @Test
    void aChildIsExplainedRecordByRecord() {
        String id = LINKAGE.person("a/1");

        assertThat(explain("en", id).out()).isEqualTo("""
                Person %s (records: 2)

                a:1
                    held by b:1, +25.9 bits
                    date of birth same +12.5 · place same village +10.7 · father same +9.8 ·
                    name same sound +9.5 · feed different +0.3
                b:1
                    held by a:1, +25.9 bits
                    date of birth same +12.5 · place same village +10.7 · father same +9.8 ·
                    name same sound +9.5 · feed different +0.3

                Near to other persons:
                b:1  ↔  c:1
                    of %s, +16.1 bits
                    date of birth same +12.5 · place same village +10.7 · name same sound +9.5 ·
                    feed different +0.3
                """.formatted(id, LINKAGE.person("c/1")));
        assertThat(explain("en", LINKAGE.person("d/1")).out())
                .contains("the only record of this person", "Near to no other person");
    }

    @Test
    void twoRecordsAreExplainedInTheLanguageOfTheUser() {
        assertThat(explain("zh", "a:1", "c:1").out())
                .contains("姓名              张*涵                        =  张*涵\n")
                .contains("公民身份号码      500101**********29           x  500101**********45\n")
                .contains("合计 +12.4；+6.6 起合并，+0.0 起人工复核\n否决：两个不同的有效身份号码\n")
                .contains("这两条记录：不是同一人（规则否决）\n现状：两条记录属于两人\n");
        assertThat(explain("zh", "a:1", "c:1").out().lines())
                .allSatisfy(line -> assertThat(TextTable.width(line)).as(line).isLessThanOrEqualTo(80));
    }

    @Test
    void aWaitingPairIsExplainedByItsNumber() {
        String number = LINKAGE.texts("select review_id::text from ops.review").getFirst();

        assertThat(explain("en", number).out()).contains("record            a:1                             c:1");
        assertThat(explain("en", "999").exitCode()).isEqualTo(2);
    }

    @Test
    void otherProgramsGetJson() {
        JsonNode pair = JsonMapper.shared()
                .readTree(explain("zh", "a:1", "c:1", "--json").out());
        JsonNode explanation = pair.path("explanation");

        assertThat(pair.path("together").asBoolean()).isFalse();
        assertThat(explanation.path("prior").asDouble()).isCloseTo(-16.9, within(0.1));
        assertThat(explanation.path("total").asDouble()).isCloseTo(12.4, within(0.1));
        assertThat(explanation.path("veto").asString()).isEqualTo("another id");
        JsonNode name = explanation.path("comparisons").path(1);
        assertThat(name.path("comparison").asString() + " " + name.path("level").asString())
                .isEqualTo("name exact");
        assertThat(name.path("bits").asDouble()).isCloseTo(14.7, within(0.1));
        JsonNode person = JsonMapper.shared()
                .readTree(explain("zh", LINKAGE.person("a/1"), "--json").out());
        assertThat(person.path("records").path(1).path("by").asString()).isEqualTo("a:1");
        assertThat(person.path("near").path(0).path("other").asString()).isEqualTo("c:1");
    }

    @Test
    void aPageNeedsNothingBesideItselfAndEscapesWhatItShows() throws IOException {
        Path file = folder.resolve("pair.html");
        CommandRun run = explain("zh", "a:1", "b:1", "--html", file.toString());
        String page = Files.readString(file);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEqualTo("已写入：" + file + "\n");
        assertThat(page)
                .startsWith("<!DOCTYPE html>\n<html lang=\"zh-CN\">")
                .contains("<h1>这两条记录是同一人吗？</h1>", "<svg role=\"img\"", "同音", "合并 +6.6")
                .contains("&lt;b&gt;一小&lt;/b&gt; &amp; 二小")
                .doesNotContain("<b>", "http://", "https://", "<script", "张子涵", "<link", "@import");
        Path person = folder.resolve("person.html");
        assertThat(explain("en", LINKAGE.person("a/1"), "--html", person.toString())
                        .exitCode())
                .isZero();
        assertThat(Files.readString(person)).contains("<html lang=\"en\">", "Near to other persons:");
    }

    @Test
    void whatIsNotThereIsWrongUse() {
        assertThat(explain("en", "a:1", "x:1").err()).startsWith("Error: there are no two records a:1 and x:1");
        assertThat(explain("en", "C00000000-0000-7000-8000-000000000000").exitCode())
                .isEqualTo(2);
        assertThat(explain("en", "a:1", "b:1", "c:1").exitCode()).isEqualTo(2);
    }

    private static CommandRun explain(String language, String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "explain";
        System.arraycopy(words, 0, all, 1, words.length);
        Map<String, String> environment = new HashMap<>(TestKeys.ENVIRONMENT);
        environment.put("CHILDFILE_LANG", language);
        environment.put("CHILDFILE_DB_URL", LINKAGE.address().url());
        environment.put("CHILDFILE_DB_USER", LINKAGE.address().user());
        environment.put("CHILDFILE_DB_PASSWORD", LINKAGE.address().password());
        return CommandRun.of(environment, all);
    }
}
