package org.childfile.files.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.childfile.ingest.connector.Connectors;
import org.childfile.ingest.mapping.Mappings;
import org.childfile.ingest.mapping.Population;
import org.childfile.ingest.mapping.SourceRecord;
import org.childfile.kernel.SourceKey;
import org.childfile.settings.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How one value is chosen of many. Over 250 lines: one rule a test, all told in the same few words. */
class MergerTest {

    private static final Problems PROBLEMS = new Problems();
    private static final Mappings MAPPINGS =
            Mappings.read(Path.of("mappings"), Connectors.read(Path.of("connectors"), PROBLEMS), PROBLEMS);

    @TempDir
    private Path directory = Path.of("");

    private final List<SourceRecord> records = new ArrayList<>();

    @Test
    void theRulesOfTheProgramHaveNoMistake() {
        Problems problems = new Problems();
        Survivorship.read(Path.of("mappings"), MAPPINGS, problems);

        assertThat(problems.all()).isEmpty();
    }

    @Test
    void allMistakesOfTheRulesAreToldAtOnce() throws IOException {
        Files.writeString(directory.resolve("survivorship.yaml"), """
                version: 3
                child:
                  default:
                    by: [validity, newest]
                    order: [public-security, volunteers]
                  attributes:
                    nmae: {by: [majority]}
                    guardian_name: {with: [guardian_phone, guardian_fone]}
                    guardian_phone: {union: yes}
                    kinds: {onion: true}
                volunteers: {}
                """);
        Problems problems = new Problems();
        Survivorship.read(directory, MAPPINGS, problems);

        assertThat(problems.all().stream()
                        .map(problem -> problem.toString().replace(directory + "/", "") + "\n")
                        .collect(Collectors.joining()))
                .isEqualTo("""
                        survivorship.yaml:1: version: found 3, allowed is a whole number from 1 to 1
                        survivorship.yaml:1: version: expected version: 1
                        survivorship.yaml:4: by: found newest, allowed are validity, majority, order, recency
                        survivorship.yaml:5: order: no mapping of this population has the feed volunteers
                        survivorship.yaml:7: nmae: no such attribute nmae (did you mean name?)
                        survivorship.yaml:8: guardian_name: no such attribute guardian_fone (did you mean guardian_phone?)
                        survivorship.yaml:9: guardian_phone: the attribute guardian_phone has a rule already
                        survivorship.yaml:9: union: found yes, allowed are true and false
                        survivorship.yaml:10: unknown key onion (did you mean union?); known here are by, order, union, with
                        survivorship.yaml:11: unknown key volunteers (did you mean volunteer?); known here are child, version, volunteer
                        """);
    }

    @Test
    void aValueThatNothingDisagreesWithIsTheOnlyOne() {
        add("education/1", 1, Map.of("name", "张浩"));
        add("health/1", 2, Map.of("name", "张浩"));

        assertThat(told("name")).isEqualTo("张浩 of education/1 by only");
        assertThat(profile().conflicts()).isEmpty();
    }

    @Test
    void theMajorityDecidesForAName() {
        add("public-security/1", 9, Map.of("name", "张皓"));
        add("education/1", 1, Map.of("name", "张浩"));
        add("health/1", 1, Map.of("name", "张浩"));

        assertThat(told("name")).isEqualTo("张浩 of education/1 by majority");
    }

    @Test
    void theOrderOfTheFeedsDecidesWhereTheMajorityDoesNot() {
        add("education/1", 9, Map.of("name", "张浩"));
        add("public-security/1", 1, Map.of("name", "张皓"));

        assertThat(told("name")).isEqualTo("张皓 of public-security/1 by order");
    }

    @Test
    void theLaterStampDecidesWithinOneFeed() {
        add("education/1", 1, Map.of("name", "张浩"));
        add("education/2", 2, Map.of("name", "张皓"));

        assertThat(told("name")).isEqualTo("张皓 of education/2 by recency");
    }

    @Test
    void theKeyDecidesWhenNothingElseDoes() {
        add("education/2", 1, Map.of("name", "张皓"));
        add("education/1", 1, Map.of("name", "张浩"));

        assertThat(told("name")).isEqualTo("张浩 of education/1 by key");
    }

    @Test
    void aSoundNumberComesBeforeOneInDoubtWhateverTheMajoritySays() {
        add("civil-affairs/1", 9, Map.of("id_number", "wrong"), "id_number");
        add("education/1", 9, Map.of("id_number", "wrong"), "id_number");
        add("medical-insurance/1", 1, Map.of("id_number", "right"));

        assertThat(told("id_number")).isEqualTo("right of medical-insurance/1 by validity");
    }

    @Test
    void aNameInDoubtHasNoVoteWhereAFeedKnowsBetter() {
        add("civil-affairs/1", 9, Map.of("name", "冯?"), "name");
        add("education/1", 9, Map.of("name", "冯?"), "name");
        add("health/1", 1, Map.of("name", "冯㛃"));

        assertThat(told("name")).isEqualTo("冯㛃 of health/1 by validity");
    }

    @Test
    void aValueInDoubtIsTakenAndToldAsSuchWhereNoneIsSound() {
        add("civil-affairs/1", 9, Map.of("birth_date", "1988-05-05"), "birth_date");

        assertThat(told("birth_date")).isEqualTo("1988-05-05 of civil-affairs/1 by doubtful");
    }

    @Test
    void whatCannotBeStandsInNoFile() {
        records.add(new SourceRecord(
                1,
                SourceKey.parse("education/1"),
                false,
                Instant.EPOCH,
                Map.of(
                        "birth_date",
                        "2030-01-01",
                        "id_number",
                        "5.0E+17",
                        "guardian_name",
                        "张伟",
                        "guardian_id_number",
                        "5E17"),
                Map.of(
                        "birth_date",
                        "NOT_BORN_YET",
                        "id_number",
                        "EATEN_BY_SPREADSHEET",
                        "guardian_id_number",
                        "EATEN_BY_SPREADSHEET")));

        assertThat(profile().values()).containsOnlyKeys("guardian_name");
    }

    @Test
    void spellingsOfANameVoteTogetherAndTheCommonestIsShownAsItIsRegistered() {
        add("public-security/1", 1, Map.of("name", "李升"));
        add("education/1", 1, Map.of("name", "張傑"));
        add("health/1", 1, Map.of("name", "张杰"));
        add("medical-insurance/1", 1, Map.of("name", "張傑"));

        assertThat(told("name")).isEqualTo("張傑 of education/1 by majority");
    }

    @Test
    void aNameInCharactersComesBeforeHowItSounds() {
        add("public-security/1", 9, Map.of("name", "SHAN XIAOYU"));
        add("education/1", 9, Map.of("name", "SHAN XIAOYU"));
        add("health/1", 1, Map.of("name", "单小雨"));

        assertThat(told("name")).isEqualTo("单小雨 of health/1 by validity");
    }

    @Test
    void aGroupComesFromOneRecord() {
        add("civil-affairs/1", 1, Map.of("guardian_name", "张伟", "guardian_kinship", "51"));
        add("education/1", 9, Map.of("guardian_name", "王秀英", "guardian_phone", "13800000000"));

        assertThat(told("guardian_name")).isEqualTo("张伟 of civil-affairs/1 by order");
        assertThat(told("guardian_kinship")).isEqualTo("51 of civil-affairs/1 by group");
        assertThat(profile().values()).doesNotContainKey("guardian_phone");
    }

    @Test
    void aUnionHoldsEveryValueOnceInOrder() {
        add("civil-affairs/1", 2, Map.of("kinds", List.of("31", "11")));
        add("education/1", 1, Map.of("kinds", List.of("61", "31")));

        assertThat(told("kinds")).isEqualTo("[11, 31, 61] of civil-affairs/1 by union");
        assertThat(profile().conflicts()).isEmpty();
    }

    @Test
    void aWithdrawnRecordSpeaksOnlyWhereNoOtherIsLeft() {
        add("civil-affairs/1", 9, Map.of("name", "张皓", "on_roster", true), true);
        add("education/1", 1, Map.of("name", "张浩"));

        assertThat(told("name")).isEqualTo("张浩 of education/1 by only");
        assertThat(profile().values()).doesNotContainKey("on_roster");
        assertThat(profile().feeds()).containsExactly("education");

        records.removeLast();
        assertThat(told("name")).isEqualTo("张皓 of civil-affairs/1 by only");
        assertThat(profile().values()).doesNotContainKey("on_roster");
        assertThat(profile().feeds()).isEmpty();
    }

    @Test
    void aConflictListsEachOtherValueOnce() {
        add("public-security/1", 1, Map.of("birth_date", "2015-03-07"));
        add("education/1", 1, Map.of("birth_date", "2015-07-03"));
        add("health/1", 1, Map.of("birth_date", "2015-07-03"));
        add("civil-affairs/1", 1, Map.of("birth_date", "2015-03-07"));
        add("medical-insurance/1", 1, Map.of("birth_date", "2015-01-01"));

        assertThat(profile().conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.attribute()).isEqualTo("birth_date");
            assertThat(told(conflict.chosen())).isEqualTo("2015-03-07 of public-security/1 by order");
            assertThat(conflict.others())
                    .extracting(value -> value.value() + " of " + value.source())
                    .containsExactly("2015-07-03 of education/1", "2015-01-01 of medical-insurance/1");
        });
    }

    @Test
    void theOrderOfTheRecordsChangesNothing() {
        Random random = new Random(5);
        List<String> feeds = List.of("civil-affairs", "education", "health", "public-security");
        for (int i = 0; i < 12; i++) {
            Map<String, Object> attributes = new LinkedHashMap<>();
            attributes.put("name", random.nextBoolean() ? "张浩" : "张皓");
            attributes.put("residence_address", "address " + random.nextInt(3));
            attributes.put("kinds", List.of("" + random.nextInt(5)));
            add(feeds.get(i % 4) + "/" + i, random.nextInt(3), attributes);
        }
        Profile expected = profile();
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(records, random);
            assertThat(profile()).isEqualTo(expected);
        }
    }

    private void add(String key, int stamp, Map<String, Object> attributes, String... doubts) {
        add(key, stamp, attributes, false, doubts);
    }

    private void add(String key, int stamp, Map<String, Object> attributes, boolean withdrawn, String... doubts) {
        Map<String, Object> doubtful = new LinkedHashMap<>();
        for (String doubt : doubts) {
            doubtful.put(doubt, "CHECK");
        }
        records.add(new SourceRecord(
                records.size(),
                SourceKey.parse(key),
                withdrawn,
                Instant.EPOCH.plusSeconds(stamp),
                attributes,
                doubtful));
    }

    private Profile profile() {
        return new Merger(Survivorship.read(Path.of("mappings"), MAPPINGS, PROBLEMS), Population.CHILD).merge(records);
    }

    private String told(String attribute) {
        Profile.Value value = profile().values().get(attribute);
        return value == null ? "-" : told(value);
    }

    private static String told(Profile.Value value) {
        return value.value() + " of " + value.source() + " by " + value.rule();
    }
}
