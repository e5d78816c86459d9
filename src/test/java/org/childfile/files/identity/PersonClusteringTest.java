package org.childfile.files.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.childfile.ingest.mapping.SourceRecord;
import org.junit.jupiter.api.Test;

/** Which records are one person. Over 250 lines: one case a test, all told in the same few words. */
class PersonClusteringTest {

    private final List<SourceRecord> records = new ArrayList<>();

    @Test
    void recordsJoinThroughOthers() {
        add("a/1", "name 张浩; birth 2015-03-07; home 500101001001");
        add("b/1", "name 张皓; birth 2015-03-07; home 500101001001; father 张伟");
        add("c/1", "name 张皓; birth 2015-03-07; father 张伟");

        assertThat(persons()).isEqualTo("a/1 b/1 c/1");
    }

    @Test
    void twoValidNumbersAreNeverOnePerson() {
        add("a/1", "name 张浩; birth 2015-03-07; home 500101001001; mother 李芳; id 50010120150307001");
        add("b/1", "name 张浩; birth 2015-03-07; home 500101001001; mother 李芳");
        add("c/1", "name 张浩; birth 2015-03-07; home 500101001001; id 50010120150307003");

        assertThat(persons()).isEqualTo("a/1 b/1\nc/1");
    }

    @Test
    void aRecordThatFitsTwoNumbersEquallyWellIsLeftToAPerson() {
        add("a/1", "name 张浩; birth 2015-03-07; home 500101001001; id 50010120150307001");
        add("b/1", "name 张浩; birth 2015-03-07; home 500101001001");
        add("c/1", "name 张浩; birth 2015-03-07; home 500101001001; id 50010120150307003");

        assertThat(persons()).isEqualTo("a/1\nb/1\nc/1");
    }

    @Test
    void twoBirthCertificatesAreNeverOnePerson() {
        add("a/1", "name 张浩; birth 2025-03-07; home 500101001001; mother 李芳; certificate A123456789");
        add("b/1", "name 张浩; birth 2025-03-07; home 500101001001; mother 李芳; certificate B123456789");

        assertThat(persons()).isEqualTo("a/1\nb/1");
    }

    @Test
    void twinsStayApartAndEachKeepsItsRecords() {
        for (String feed : List.of("a", "b", "c")) {
            add(feed + "/1", "name 张子涵; birth 2015-03-07; home 500101001001; father 张伟; mother 李芳; tel 13800000000");
            add(feed + "/2", "name 张子轩; birth 2015-03-07; home 500101001001; father 张伟; mother 李芳; tel 13800000000");
        }

        assertThat(persons()).isEqualTo("a/1 b/1 c/1\na/2 b/2 c/2");
    }

    @Test
    void aRecordThatFitsOneTwinBetterOnlyAsMoreIsKnownOfHerIsLeftToAPerson() {
        String family = "; birth 2015-03-07; home 500101001001; father 张伟; mother 李芳; tel 13800000000";
        add("a/1", "name 徐涵子; id 50010120150307002" + family);
        add("a/2", "name 徐涵岚; id 50010120150307004; birth 2015-03-07; mother 李芳");
        add("b/1", "name 徐涵?" + family);
        add("c/1", "name 徐涵子" + family);

        PersonClustering.Persons decision = decide(records);
        assertThat(persons(decision)).isEqualTo("a/1 c/1\na/2\nb/1");
        assertThat(decision.review())
                .extracting(question -> question.reason().written())
                .containsOnly("contested record");
    }

    @Test
    void aRecordThatMayBeEitherTwinsIsLeftToAPerson() {
        add("a/1", "name 张子涵; birth 2015-03-07; home 500101001001; father 张伟; id 50010120150307002");
        add("a/2", "name 张雨涵; birth 2015-03-07; home 500101001001; father 张伟; id 50010120150307004");
        add("b/1", "name 张?涵; birth 2015-03-07; home 500101001001; father 张伟");

        PersonClustering.Persons decision = decide(records);
        assertThat(persons(decision)).isEqualTo("a/1\na/2\nb/1");
        assertThat(decision.review())
                .extracting(question -> question.a() + "-" + question.b() + " "
                        + question.reason().written())
                .containsExactlyInAnyOrder("1-3 contested record", "2-3 contested record");
        assertThat(decision.weight(record(records.getLast()))).isZero();
    }

    @Test
    void aLostCharacterWithItsOwnNumberIsNotContested() {
        add("a/1", "name 张子涵; birth 2015-03-07; home 500101001001; father 张伟; id 50010120150307002");
        add("a/2", "name 张雨涵; birth 2015-03-07; home 500101001001; father 张伟; id 50010120150307004");
        add("b/1", "name 张?涵; birth 2015-03-07; home 500101001001; father 张伟; id 50010120150307002");

        assertThat(persons()).isEqualTo("a/1 b/1\na/2");
    }

    @Test
    void twinsWhoseNamesSoundAlikeStayApartWhereOneFeedListsBoth() {
        for (String feed : List.of("a", "b", "c")) {
            add(feed + "/1", "name 彭思宇; birth 2015-03-07; sex 1; home 500101001001; father 彭伟; mother 李芳");
            if (!feed.equals("c")) {
                add(feed + "/2", "name 彭思雨; birth 2015-03-07; sex 1; home 500101001001; father 彭伟; mother 李芳");
            }
        }
        add("d/2", "name 彭思雨; birth 2015-03-07; sex 1; home 500101001001; mother 李芳");

        PersonClustering.Persons decision = decide(records);
        assertThat(persons(decision)).isEqualTo("a/1 b/1 c/1\na/2 b/2 d/2");
        assertThat(decision.review())
                .extracting(question -> question.reason().written())
                .containsExactly("like names in one feed");
    }

    @Test
    void aRecordWithALostCharacterThatFitsBothTwinsOfAFeedIsLeftToAPerson() {
        add("a/1", "name 彭思宇; birth 2015-03-07; sex 1; home 500101001001; mother 李芳");
        add("a/2", "name 彭思远; birth 2015-03-07; sex 1; home 500101001001; mother 李芳");
        add("b/1", "name 彭思?; birth 2015-03-07; sex 1; home 500101001001; mother 李芳");

        assertThat(persons()).isEqualTo("a/1\na/2\nb/1");
    }

    @Test
    void ofACrowdWithoutNamesNobodyIsJoinedAndEachIsAskedAboutOnce() {
        for (int i = 0; i < 60; i++) {
            add("f" + i % 3 + "/" + i, "birth 2018-06-06; sex 2; home 500106003007; village 花桥社区");
        }

        PersonClustering.Persons decision = decide(records);
        assertThat(decision.persons()).hasSize(60);
        assertThat(decision.review()).hasSizeLessThan(60);
        assertThat(decision.review()).allMatch(question -> question.reason() == Question.Reason.NO_NAME);
    }

    @Test
    void whatWouldBeMoreRecordsThanAChildHasIsJoinedByNumbersAlone() {
        for (int i = 0; i < 40; i++) {
            add("f" + i + "/1", "name 张伟; birth 2018-06-06; home 500106003007");
        }
        add("x/1", "name 张伟; birth 2018-06-06; home 500106003007; id 50010120180606001");
        add("y/1", "name 张伟; birth 2018-06-06; home 500106003007; id 50010120180606001");

        PersonClustering.Persons decision = decide(records);
        assertThat(decision.persons()).hasSize(41);
        assertThat(persons(decision)).contains("x/1 y/1");
        assertThat(decision.review()).hasSizeBetween(20, 41);
        assertThat(decision.review()).allMatch(question -> question.reason() == Question.Reason.GROUP_TOO_LARGE);
    }

    @Test
    void oneNumberOfMoreRecordsThanAChildHasJoinsNone() {
        for (int i = 0; i < 35; i++) {
            add("f" + i + "/1", "name 张伟; birth 2018-06-06; id 50010120180606001");
        }

        PersonClustering.Persons decision = decide(records);
        assertThat(decision.persons()).hasSize(35);
        assertThat(decision.review()).hasSizeLessThan(35);
    }

    @Test
    void aNumberThatTwoHoldWhoAreNotOneIsAskedAboutWhateverTheyWeigh() {
        add("a/1", "name 张子涵; birth 2015-03-07; id 50010120150307002");
        add("b/1", "name 王鹏; birth 2013-11-21; id 50010120150307002");
        add("c/1", "name 李军; birth 2009-01-02; id 50010120150307002");

        PersonClustering.Persons decision = decide(records);
        assertThat(persons(decision)).isEqualTo("a/1\nb/1\nc/1");
        assertThat(decision.review())
                .extracting(question -> question.a() + "-" + question.b() + " "
                        + question.reason().written())
                .containsExactlyInAnyOrder(
                        "1-2 one number in two files", "1-3 one number in two files", "2-3 one number in two files");
    }

    @Test
    void aParentsNumberWithTwoChildrenIsNoQuestion() {
        add("a/1", "name 张子涵; birth 2015-03-07; mother 李芳; id 50010119900307002");
        add("b/1", "name 张子轩; birth 2017-11-21; mother 李芳; id 50010119900307002");

        assertThat(decide(records).review()).isEmpty();
    }

    @Test
    void nobodyIsLost() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            add("f" + i % 5 + "/" + i, SmallTown.record(random));
        }
        PersonClustering.Persons decision = decide(records);

        assertThat(decision.persons().stream().mapToInt(List::size).sum()).isEqualTo(200);
        LinkTable table = new Linking(records).table();
        assertThat(decision.persons()).allSatisfy(person -> {
            Set<String> ids = new HashSet<>();
            person.forEach(record -> ids.addAll(table.people().values(table.row(record.recordId()), "id")));
            assertThat(ids).hasSizeLessThanOrEqualTo(1);
        });
    }

    @Test
    void theOrderOfTheRecordsChangesNothing() {
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            add("f" + i % 5 + "/" + i, SmallTown.record(random));
        }
        PersonClustering.Persons expected = decide(records);
        for (int round = 0; round < 10; round++) {
            List<SourceRecord> shuffled = new ArrayList<>(records);
            Collections.shuffle(shuffled, random);
            PersonClustering.Persons decision = decide(shuffled);

            assertThat(persons(decision)).isEqualTo(persons(expected));
            assertThat(new HashSet<>(decision.review())).isEqualTo(new HashSet<>(expected.review()));
        }
    }

    @Test
    void onlyPairsWithAChangedRecordAreCompared() {
        add("a/1", "name 张浩; birth 2015-03-07; home 500101001001");
        add("b/1", "name 张浩; birth 2015-03-07; home 500101001001");
        add("c/1", "name 张浩; birth 2015-03-07; home 500101001001");

        assertThat(new Linking(records).edges(3))
                .extracting(edge -> edge.a() + "-" + edge.b())
                .containsExactlyInAnyOrder("1-3", "2-3");
    }

    @Test
    void aRecordOfWhichNothingIsKnownIsComparedWithNone() {
        add("a/1", "sex 1");

        assertThat(new Linking(records).table().blockKeys().of(0)).isEmpty();
    }

    private void add(String key, String told) {
        records.add(Told.source(records.size() + 1L, key, told));
    }

    private String persons() {
        return persons(decide(records));
    }

    private static String persons(PersonClustering.Persons decision) {
        return decision.persons().stream()
                .map(person ->
                        person.stream().map(record -> record.key().toString()).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    private static LinkRecord record(SourceRecord record) {
        return new LinkRecord(record.recordId(), record.key());
    }

    private static PersonClustering.Persons decide(List<SourceRecord> records) {
        return new Linking(records).decide(VerdictConstraints.NONE);
    }
}
