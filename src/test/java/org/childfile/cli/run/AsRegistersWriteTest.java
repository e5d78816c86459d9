package org.childfile.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.childfile.access.keys.TestKeys;
import org.childfile.cli.main.CommandRun;
import org.childfile.database.DatabaseAddress;
import org.childfile.database.TestDatabase;
import org.childfile.database.TestServer;
import org.childfile.jobs.TestFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One night over three small feeds with what registers really hold for names, numbers and dates. Over 250 lines: the feeds, their
 * settings and what came of them belong together, and a night is too dear for each.
 */
@SuppressWarnings("NullAway.Init")
class AsRegistersWriteTest {

    private static final String HEADER = "编号,姓名,身份证号,出生日期,性别,住址,母亲\n";
    private static final String VILLAGE = "重庆市垫江县桂阳街道凤山社区";

    /** Of the first feed; a spreadsheet has been at its numbers. */
    private static final String SCHOOL = """
            e1,罗思淇,500238201602175000,2016-02-17,男,,
            e2,罗思祺,500238201602175000,2016-02-17,男,,
            e3,包天佑,5.00238E+17,2016-03-01,男,,
            e4,关思源,500112201106120,2011-06-12,女,,
            e5,周喆昇,,2014-10-09,男,,
            e6,冯?,500153201504200186,2015-04-20,女,,
            e7,ZHAI RUOXI,,2017-05-06,女,%1$s3号,
            e8,傅一诺,,2027-03-04,女,%1$s4号,卢霞
            e9,龚小满,500153201801010223,2018-01-01,女,,
            e10,史可,,2016-08,男,,
            e11,史可,500153201801010223,2015-11-30,男,,
            e12,古月,,1988-05-05,女,,
            """;

    private static final String CLINIC = """
            h1,罗思淇,500238201602175238,2016-02-17,男,,
            h2,罗思祺,500238201602175473,2016-02-17,男,,
            h4,关思源,500112201106120044,2011-06-12,女,,
            h6,冯㛃,500153201504200186,2015-04-20,女,,
            h7,翟若曦,,2017-05-06,女,%1$s3号,
            h8,傅一诺,,2025-03-04,女,%1$s4号,卢霞
            h13,谭□,,2019-02-03,男,,
            h14,谭■,,2019-02-03,男,,
            """;

    private static final String HALL = "g1,\uE81E小雨,,2018-09-09,女,,\ng2,\uE000小雨,,2018-09-10,女,,\n";

    private static DatabaseAddress database;
    private static CommandRun night;

    @BeforeAll
    static void aNight() throws IOException {
        Path connectors = TestFiles.temporary("small-connectors");
        Path mappings = TestFiles.mappings();
        for (String feed : List.of("education", "health", "medical-insurance")) {
            Files.writeString(mappings.resolve(feed + ".yaml"), mapping(feed));
        }
        try (var others = Files.newDirectoryStream(mappings, "{c*s,p*s,p*y,political-legal,volunteers}.yaml")) {
            for (Path other : others) {
                if (!List.of("care.yaml", "pairing.yaml")
                        .contains(other.getFileName().toString())) {
                    Files.delete(other);
                }
            }
        }
        StringBuilder nameless = new StringBuilder();
        for (String name : List.of("未知", "无名氏", "某某", "待定", "空", "张某", "李红之女", "弃婴")) {
            nameless.append("n").append(nameless.length()).append(',').append(name);
            nameless.append(",,2020-06-06,女,").append(VILLAGE).append(",\n");
        }
        feed(connectors, "education", "UTF-8", SCHOOL.formatted(VILLAGE) + nameless);
        feed(
                connectors,
                "health",
                "UTF-8",
                CLINIC.formatted(VILLAGE) + nameless.toString().replace("n", "m"));
        feed(connectors, "medical-insurance", "GBK", HALL);
        ordered(mappings);
        database = TestServer.fresh();
        night = childfile(
                "nightly",
                "--date",
                "2025-11-21",
                "--connectors",
                connectors.toString(),
                "--mappings",
                mappings.toString());
        assertThat(night.err()).isEmpty();
    }

    @Test
    void aNumberWhoseDigitsAreLostJoinsNobodyAndStandsInNoFile() {
        assertThat(person("education", "e1")).isEqualTo(person("health", "h1"));
        assertThat(person("education", "e2")).isEqualTo(person("health", "h2"));
        assertThat(person("education", "e1")).isNotEqualTo(person("education", "e2"));
        assertThat(texts(
                        "select attribute || ' ' || reason from mart.child_doubt where feed = 'education' and source_key in"
                                + " ('e1', 'e3', 'e4') order by source_key"))
                .containsExactly("id_number EATEN_BY_SPREADSHEET", "id_number EATEN_BY_SPREADSHEET", "id_number CUT");
        assertThat(texts("select c.name from mart.child c where c.id_number is not null"))
                .containsExactlyInAnyOrder("冯㛃", "史可", "关思源", "罗思淇", "罗思祺", "龚小满");
        String cut = person("education", "e4");
        assertThat(cut).isEqualTo(person("health", "h4"));
        assertThat(value(cut, "id_number", "feed")).isEqualTo("health");
    }

    @Test
    void aNumberThatTwoHoldIsInDoubtInBothFilesAndAPersonIsAsked() {
        assertThat(texts(
                        "select m.source_key from mart.membership m join mart.child_doubt d on d.child_id = m.person_id"
                                + " where d.reason = 'HELD_BY_ANOTHER' order by 1"))
                .containsExactly("e11", "e9");
        assertThat(
                        texts(
                                "select least(source_key_a, source_key_b) || ' ' || greatest(source_key_a, source_key_b) from ops.review where reason = 'one number in two files'"))
                .containsExactly("e11 e9");
        assertThat(childfile("child", person("education", "e9")).out()).contains("another file has the same number");
    }

    @Test
    void aNameIsShownAndFoundAndCorrectedAsItIsRegistered() {
        String child = person("education", "e5");
        assertThat(value(child, "name", "value")).isEqualTo("周喆昇");
        for (String spelling : List.of("周喆昇", "周喆升", "周喆", "zhouzhesheng", "ZHOU ZHESHENG")) {
            assertThat(childfile("child", "--name", spelling).out())
                    .as(spelling)
                    .contains(child);
        }
        assertThat(texts("select child_id from mart.find_child('周喆昇', '', 5)")).containsExactly(child);
        assertThat(childfile("correct", child, "name", "周喆升", "--proof", "seen").out())
                .contains("is as proved");
        assertThat(value(child, "name", "value")).isEqualTo("周喆升");
        assertThat(childfile("child", "--name", "周喆昇").out()).contains(child);
    }

    @Test
    void aStandInNeverNamesAChildThatAFeedKnowsBetterAndIsNoOtherStandIn() {
        String child = person("health", "h6");
        assertThat(child).isEqualTo(person("education", "e6"));
        assertThat(value(child, "name", "value")).isEqualTo("冯㛃");
        assertThat(person("health", "h13")).isNotEqualTo(person("health", "h14"));
        assertThat(value(person("health", "h13"), "name", "value || rule")).isEqualTo("谭□doubtful");
    }

    @Test
    void aNameInPinyinMeetsItsCharacters() {
        String child = person("health", "h7");
        assertThat(person("education", "e7")).isEqualTo(child);
        assertThat(value(child, "name", "value")).isEqualTo("翟若曦");
        assertThat(childfile("child", "--name", "Ruoxi Zhai").out()).contains(child);
    }

    @Test
    void nobodyWithoutANameIsJoined() {
        assertThat(texts("select count(distinct person_id)::text from mart.membership where source_key ~ '^[nm]'"))
                .containsExactly("16");
        assertThat(texts("select case when count(*) between 1 and 16 then 'few' end from ops.review"
                        + " where reason = 'no usable name'"))
                .containsExactly("few");
    }

    @Test
    void aBirthThatCannotBeNeverWinsAndIsToldAsInDoubt() {
        String child = person("health", "h8");
        assertThat(person("education", "e8")).isEqualTo(child);
        assertThat(value(child, "birth_date", "value")).isEqualTo("2025-03-04");
        assertThat(
                        texts(
                                "select reason || ' ' || value from mart.child_doubt where attribute = 'birth_date' order by 1"))
                .containsExactly("GROWN_UP 1988-05-05", "MONTH_ALONE 2016-08", "NOT_BORN_YET 2027-03-04");
        assertThat(texts("select coalesce(birth_date::text, '-') || ' ' || name from mart.child where child_id in ('"
                        + person("education", "e10") + "', '" + person("education", "e12") + "') order by 1"))
                .containsExactly("- 史可", "1988-05-05 古月");
    }

    @Test
    void gbkIsReadAsGb18030AndCharactersThatNobodyCanNameAreCounted() {
        assertThat(value(person("medical-insurance", "g1"), "name", "value")).isEqualTo("龴小雨");
        assertThat(texts("select feed || ' ' || characters from ops.unnamed_character"))
                .containsExactly("medical-insurance 1");
        assertThat(night.out())
                .contains(
                        "~ medical-insurance: 1 private-use characters in 1 records that only the department can name");
    }

    private static String mapping(String feed) {
        return """
                version: 1
                feed: %s
                population: child
                attributes:
                  name: {from: 姓名, as: name}
                  id_number: {from: 身份证号, as: citizen-id}
                  birth_date: {from: 出生日期, as: date}
                  sex: {from: 性别, codes: {男: "1", 女: "2"}}
                  residence_address: {from: 住址}
                  residence_place: {from: 住址, as: place}
                  mother_name: {from: 母亲, as: name}
                """.formatted(feed);
    }

    private static void feed(Path connectors, String feed, String charset, String rows) throws IOException {
        Path file = connectors.resolve(feed + "-data").resolve("children.csv");
        Files.createDirectories(file.getParent());
        Charset written = charset.equals("GBK") ? Charset.forName("GBK") : StandardCharsets.UTF_8;
        Files.write(file, (HEADER + rows).getBytes(written));
        Files.writeString(connectors.resolve(feed + ".yaml"), """
                version: 1
                feed: %1$s
                title: {zh: %1$s, en: %1$s}
                url: file://%2$s
                mode: snapshot
                key: 编号
                schedule: {cron: "0 55 2 * * ?", zone: Asia/Shanghai, freshness: 36h}
                fetch: {style: file, path: /children.csv}
                format: {type: csv, charset: %3$s}
                fields:
                  required: [编号]
                  optional: [姓名, 身份证号, 出生日期, 性别, 住址, 母亲]
                limits: {attempts: 1, back-off: 1ms}
                """.formatted(feed, file.getParent(), charset));
    }

    /** Rules that name no other feeds than there are. */
    private static void ordered(Path mappings) throws IOException {
        Files.writeString(mappings.resolve("survivorship.yaml"), """
                version: 1
                child:
                  default:
                    by: [order, recency]
                    order: [education, health, medical-insurance]
                  attributes:
                    name: {by: [majority, order]}
                    birth_date: {by: [majority, order]}
                    id_number: {by: [majority, order]}
                    kinds: {union: true}
                    diagnoses: {union: true}
                """);
        Files.writeString(mappings.resolve("wakeup.yaml"), """
                version: 1
                kinds:
                  SCHOOLING:
                    education: [name]
                  ILLNESS:
                    education: [name]
                  HARDSHIP:
                    education: [name]
                  INSURANCE:
                    education: [name]
                  ABUSE:
                    education: [name]
                """);
        Path signals = mappings.resolve("rules").resolve("signals.yaml");
        Files.writeString(
                signals, Files.readString(signals).replace("withdrawn.public-security", "withdrawn.education"));
    }

    private static CommandRun childfile(String... words) {
        Map<String, String> environment = new HashMap<>(TestKeys.ENVIRONMENT);
        environment.put("CHILDFILE_HOME", TestFiles.temporary("registers").toString());
        environment.put("CHILDFILE_LANG", "en");
        environment.put("CHILDFILE_DB_URL", database.url());
        environment.put("CHILDFILE_DB_USER", database.user());
        environment.put("CHILDFILE_DB_PASSWORD", database.password());
        return CommandRun.of(environment, new ArrayList<>(List.of(words)).toArray(String[]::new));
    }

    private static String person(String feed, String key) {
        return texts("select person_id from mart.membership where feed = '" + feed + "' and source_key = '" + key + "'")
                .getFirst();
    }

    private static String value(String child, String attribute, String of) {
        return texts("select " + of + " from mart.child_value v where child_id = '" + child + "' and attribute = '"
                        + attribute + "' and version = (select version from mart.child where child_id = v.child_id)")
                .getFirst();
    }

    private static List<String> texts(String sql) {
        return JdbcClient.create(TestDatabase.dataSource(database))
                .sql(sql)
                .query(String.class)
                .list();
    }
}
