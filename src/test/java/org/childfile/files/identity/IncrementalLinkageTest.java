package org.childfile.files.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.childfile.ingest.mapping.Population;
import org.childfile.ingest.mapping.SourceRecord;
import org.childfile.kernel.SourceKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Linking in steps gives what linking everything from the start gives. All cases are held against the same linking from the
 * start, so they stay in one file of over 250 lines.
 */
class IncrementalLinkageTest {

    private static final int STEPS = 12;

    private static final TestLinkage LINKAGE = TestLinkage.fresh();

    private final Verdicts verdicts = LINKAGE.verdicts();

    @BeforeEach
    void clear() {
        LINKAGE.clear();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 3, 5, 6})
    void everyStepGivesTheSamePersonsAsLinkingFromTheStart(long seed) {
        Random random = new Random(seed);
        Map<String, String> told = new LinkedHashMap<>();
        for (int step = 0; step <= STEPS; step++) {
            for (int i = step == 0 ? 40 : 1 + random.nextInt(3); i > 0; i--) {
                boolean fresh = step == 0 || random.nextInt(4) == 0;
                String key = fresh
                        ? "f" + random.nextInt(5) + "/" + told.size()
                        : new ArrayList<>(told.keySet()).get(random.nextInt(told.size()));
                told.put(key, SmallTown.record(random));
                LINKAGE.tell(key, told.getOrDefault(key, ""));
            }
            LINKAGE.link("step " + step);
            PersonClustering.Persons anew = fromTheStart(told, List.of());

            assertThat(LINKAGE.persons()).as("step %d", step).isEqualTo(persons(anew));
            assertThat(LINKAGE.review()).as("step %d", step).isEqualTo(review(anew, told));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 3, 4, 5, 6})
    void soItDoesWhilePersonsDecideAndUndo(long seed) {
        Random random = new Random(seed);
        Map<String, String> told = new LinkedHashMap<>();
        int conflicts = 0;
        for (int step = 0; step <= STEPS; step++) {
            for (int i = step == 0 ? 30 : random.nextInt(3); i > 0; i--) {
                boolean fresh = step == 0 || random.nextInt(3) == 0;
                String key = fresh ? "f" + random.nextInt(5) + "/" + told.size() : any(told, random);
                told.put(key, SmallTown.record(random));
                LINKAGE.tell(key, told.getOrDefault(key, ""));
            }
            for (int i = random.nextInt(6); i > 0; i--) {
                // Most verdicts are about the same few records, so that they contradict; some name one that is yet to
                // come.
                boolean absent = random.nextInt(6) == 0;
                int one = random.nextInt(random.nextInt(4) == 0 ? told.size() : 6);
                int other = random.nextInt(random.nextInt(4) == 0 ? told.size() : 6);
                List<String> keys = List.copyOf(told.keySet());
                say(
                        random.nextInt(5) < 3 ? Verdict.Kind.SAME : Verdict.Kind.DIFFERENT,
                        keys.get(one),
                        absent ? "f" + random.nextInt(5) + "/" + told.size() : keys.get(other));
            }
            if (random.nextInt(3) == 0) {
                verdicts.latest(100).stream()
                        .skip(random.nextInt(3))
                        .findFirst()
                        .ifPresent(verdict -> verdicts.undo(verdict.number(), "li", "a slip"));
            }
            LINKAGE.link("step " + step);
            VerdictConstraints constraints = VerdictConstraints.of(verdicts.latest(1000));
            PersonClustering.Persons anew = fromTheStart(told, verdicts.latest(1000));

            assertThat(LINKAGE.persons()).as("step %d", step).isEqualTo(persons(anew));
            assertThat(LINKAGE.review()).as("step %d", step).isEqualTo(review(anew, told));
            assertThat(decidedByPerson())
                    .as("step %d", step)
                    .containsExactlyElementsOf(told.keySet().stream()
                            .filter(key -> constraints.joins(SourceKey.parse(key)))
                            .sorted()
                            .toList());
            conflicts += constraints.conflicts().size();
        }
        assertThat(LINKAGE.jdbc()
                        .sql("select count(*) from linkage.reopened")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(conflicts).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 4, 5, 6})
    void soItDoesWhilePhonesBecomeTooCommonAndRareAgain(long seed) {
        Random random = new Random(seed);
        Map<String, String> told = new LinkedHashMap<>();
        List<String> common = List.of();
        int turned = 0;
        for (int step = 0; step <= STEPS; step++) {
            // Three phones among some fifty records: each is held by about as many as may hold it.
            for (int i = step == 0 ? 46 : random.nextInt(6) == 0 ? 16 : 1 + random.nextInt(4); i > 0; i--) {
                boolean fresh = step == 0 || random.nextInt(12) == 0;
                String key = fresh ? "f" + random.nextInt(5) + "/" + told.size() : any(told, random);
                String phones =
                        "; tel 1390000000" + random.nextInt(3) + "; mother_phone 1390000000" + random.nextInt(9);
                told.put(key, SmallTown.record(random) + phones);
                LINKAGE.tell(key, told.getOrDefault(key, ""));
            }
            LINKAGE.link("step " + step);
            PersonClustering.Persons anew = fromTheStart(told, List.of());

            assertThat(LINKAGE.persons()).as("step %d", step).isEqualTo(persons(anew));
            assertThat(LINKAGE.review()).as("step %d", step).isEqualTo(review(anew, told));
            assertThat(LINKAGE.edges()).as("step %d", step).isEqualTo(edges(told));
            turned += step > 0 && !LINKAGE.commonValues().equals(common) ? 1 : 0;
            common = LINKAGE.commonValues();
        }
        assertThat(turned).isGreaterThan(1);
    }

    @Test
    void aRecordThatIsContestedNoLongerJoinsItsPerson() {
        String home = "; birth 2015-03-07; home 500101001001; father 张伟";
        LINKAGE.tell("a/1", "name 张子涵; id 50010120150307002" + home);
        LINKAGE.tell("a/2", "name 张雨涵; id 50010120150307004" + home);
        LINKAGE.tell("b/1", "name 张?涵" + home);
        LINKAGE.link("one");
        assertThat(LINKAGE.persons()).isEqualTo("a/1\na/2\nb/1");

        LINKAGE.tell("a/2", "name 王鹏; birth 2012-10-30; home 500103004005; id 50010320121030003");
        LINKAGE.link("two");

        assertThat(LINKAGE.persons()).isEqualTo("a/1 b/1\na/2");
        assertThat(LINKAGE.review()).isEmpty();
    }

    @Test
    void aChildIsNotComparedWithTheVolunteerWhoseNumberAClerkGaveIt() {
        LINKAGE.tell(Population.VOLUNTEER, "f/1", "name 李芳; id 50010119900307002");
        LINKAGE.link(Population.VOLUNTEER, "one");
        for (int i = 0; i < 9; i++) {
            LINKAGE.tell("a/" + i, "name 张浩; birth 2015-03-0" + (i + 1));
        }
        LINKAGE.link("one");

        LINKAGE.tell("b/1", "name 张子涵; id 50010119900307002");
        assertThat(LINKAGE.link("two").compared()).isEqualTo(1);
        assertThat(LINKAGE.person("b/1")).startsWith("C");
        assertThat(LINKAGE.person("f/1")).startsWith("V");
    }

    @Test
    void aWeakBridgeBetweenTwoStrongGroupsJoinsThemInNoNight() {
        String one = "name 张浩; birth 2015-03-07; ";
        String other = "name 张皓; birth 2015-03-07; ";
        for (String feed : List.of("a", "b")) {
            LINKAGE.tell(feed + "/1", one + "home 500101001001; father 张伟; mother 李芳");
            LINKAGE.tell(feed + "/2", other + "home 500103004005; father 王军; mother 刘敏");
        }
        LINKAGE.tell("c/1", one + "mother 李芳");
        LINKAGE.tell("c/2", other + "father 王军");
        LINKAGE.link("one");
        assertThat(LINKAGE.persons()).isEqualTo("a/1 b/1 c/1\na/2 b/2 c/2");
        assertThat(LINKAGE.review()).isEmpty();

        LINKAGE.tell("c/1", one + "mother 李芳; certificate A123456789");
        LINKAGE.tell("c/2", other + "father 王军; certificate A123456789");
        LINKAGE.link("two");

        assertThat(LINKAGE.persons()).isEqualTo("a/1 b/1 c/1\na/2 b/2 c/2");
        assertThat(LINKAGE.texts("select reason from linkage.review_pair")).containsExactly("one number in two files");
        assertThat(LINKAGE.review()).isEqualTo("c/1 c/2");
    }

    @Test
    void nothingChangedIsNothingDone() {
        LINKAGE.tell("a/1", "name 张子涵; birth 2015-03-07");
        LINKAGE.link("one");

        assertThat(LINKAGE.link("two")).isEqualTo(new LinkageReport(0, 0, 0, 0, 0));
    }

    private static String any(Map<String, String> told, Random random) {
        return new ArrayList<>(told.keySet()).get(random.nextInt(told.size()));
    }

    private static void say(Verdict.Kind kind, String a, String b) {
        if (!a.equals(b)) {
            LINKAGE.say(a + (kind == Verdict.Kind.SAME ? " = " : " ! ") + b);
        }
    }

    private static List<String> decidedByPerson() {
        return LINKAGE.texts("""
                select feed || '/' || source_key from mart.membership where decided_by = 'person'
                order by (feed || '/' || source_key) collate "C\"""");
    }

    private static PersonClustering.Persons fromTheStart(Map<String, String> told, List<Verdict> verdicts) {
        List<SourceRecord> records = new ArrayList<>();
        told.forEach((key, text) -> records.add(Told.source(records.size() + 1L, key, text)));
        return new Linking(records).decide(VerdictConstraints.of(verdicts));
    }

    private static String edges(Map<String, String> told) {
        List<String> keys = List.copyOf(told.keySet());
        List<SourceRecord> records = new ArrayList<>();
        told.forEach((key, text) -> records.add(Told.source(records.size() + 1L, key, text)));
        return new Linking(records)
                .edges(LongStream.rangeClosed(1, records.size()).toArray()).stream()
                        .map(edge -> Stream.of(edge.a(), edge.b())
                                        .map(id -> keys.get((int) (id - 1)))
                                        .sorted()
                                        .collect(Collectors.joining(" "))
                                + String.format(Locale.ROOT, " %.6f", edge.weight()))
                        .sorted()
                        .collect(Collectors.joining("\n"));
    }

    private static String persons(PersonClustering.Persons decision) {
        return decision.persons().stream()
                .map(person -> person.stream()
                        .map(record -> record.key().toString())
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String review(PersonClustering.Persons decision, Map<String, String> told) {
        List<String> keys = List.copyOf(told.keySet());
        return decision.review().stream()
                .map(edge -> Stream.of(edge.a(), edge.b())
                        .map(id -> keys.get((int) (id - 1)))
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
