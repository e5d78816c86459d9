package org.childfile.lab.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.childfile.kernel.CitizenId;
import org.childfile.lab.world.Mistake;
import org.childfile.lab.world.Mistakes;
import org.childfile.lab.world.WorldPlan;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class WorldWriterTest {

    private static final Map<String, List<String>> REQUIRED = Map.of(
            "civil-affairs", List.of("rosterNo", "xm", "kjlx", "gxsj"),
            "education", List.of("学籍号", "姓名", "学校标识码", "学校名称"),
            "public-security", List.of("GMSFHM", "XM", "GXSJ"),
            "health", List.of("recordId", "name", "updatedAt"),
            "political-legal", List.of("儿童姓名", "登记单位", "登记日期"),
            "medical-insurance", List.of("insuredNo", "psnName", "updtTime"),
            "volunteers", List.of("编号", "姓名", "妇联组织", "行政区划", "更新时间"),
            "pairings", List.of("pairingNo", "volunteerNo", "startedOn"),
            "care-records", List.of("recordNo", "pairingNo", "kind", "at"));

    private static final Fields NOBODY = new Fields(Map.of());

    @TempDir
    static Path dir;

    private static MadeWorld usual;
    private static MadeWorld clean;

    @BeforeAll
    static void makeWorlds() throws IOException {
        usual = MadeWorld.write(WorldPlan.of(300, 7), dir.resolve("usual"));
        clean = MadeWorld.write(WorldPlan.of(300, 7).withMistakes(0), dir.resolve("clean"));
    }

    @Test
    void theSamePlanMakesTheSameBytes() throws IOException {
        MadeWorld again = MadeWorld.write(WorldPlan.of(300, 7), dir.resolve("again"));

        assertThat(again.files()).hasSize(22);
        for (Path file : again.files()) {
            Path twin = usual.dir().resolve(again.dir().relativize(file));
            assertThat(Files.mismatch(file, twin)).as(file.toString()).isEqualTo(-1);
        }
    }

    @Test
    void anotherSeedMakesOtherChildren() throws IOException {
        MadeWorld other = MadeWorld.write(WorldPlan.of(300, 8), dir.resolve("other"));

        assertThat(Files.mismatch(other.dir().resolve("people.csv"), usual.dir().resolve("people.csv")))
                .isNotEqualTo(-1);
    }

    @Test
    void theWorkbookCarriesTheNightInPlaceOfTheClock() throws IOException {
        try (ZipFile zip =
                new ZipFile(usual.dir().resolve("night-1/political-legal.xlsx").toFile())) {
            ZipEntry core = zip.getEntry("docProps/core.xml");

            assertThat(new String(zip.getInputStream(core).readAllBytes(), StandardCharsets.UTF_8))
                    .contains("2026-11-21T00:00:00Z");
            assertThat(zip.stream().map(ZipEntry::getTime).distinct()).hasSize(1);
        }
    }

    @Test
    void everyRecordHasTheFieldsThatItsContractRequires() throws IOException {
        for (Map.Entry<String, List<String>> feed : REQUIRED.entrySet()) {
            for (int night = 1; night <= 2; night++) {
                for (Fields record : clean.records(feed.getKey(), night)) {
                    boolean deleted = record.get("deleted").equals("true");
                    for (String field : feed.getValue()) {
                        assertThat(record.get(field))
                                .as(feed.getKey() + " " + field + " " + deleted)
                                .isNotBlank();
                    }
                }
            }
        }
    }

    @Test
    void everyPairingNamesItsChildAndAListedVolunteer() throws IOException {
        Set<String> volunteers = keys(usual, "volunteers");
        List<Fields> pairings = usual.records("pairings", 2);

        assertThat(pairings).hasSizeGreaterThan(20).allSatisfy(pairing -> {
            assertThat(volunteers).contains(pairing.get("volunteerNo"));
            assertThat(pairing.get("childIdNumber") + pairing.get("rosterNo")).isNotEmpty();
        });
    }

    @Test
    void theTruthCoversEveryRecordOnceAndNothingElse() throws IOException {
        Map<String, List<String>> told = usual.table("truth.csv").stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("feed"), Collectors.mapping(row -> row.get("source_key"), Collectors.toList())));
        List<String> feeds = new ArrayList<>(MadeWorld.CHILD_FEEDS);
        feeds.add("volunteers");

        assertThat(told).containsOnlyKeys(feeds);
        for (String feed : feeds) {
            assertThat(told.get(feed)).as(feed).doesNotHaveDuplicates().hasSameElementsAs(keys(usual, feed));
        }
    }

    @Test
    void idNumbersAreValidAndEachIsGivenOnce() throws IOException {
        List<String> ids = clean.records("public-security", 1).stream()
                .map(record -> record.get("GMSFHM"))
                .toList();

        assertThat(ids).hasSizeGreaterThan(280).doesNotHaveDuplicates();
        assertThat(ids).allSatisfy(id -> assertThat(new CitizenId(id).number()).isEqualTo(id));
        Set<String> parents = clean.records("public-security", 1).stream()
                .map(record -> record.get("MQSFZH"))
                .collect(Collectors.toSet());
        assertThat(parents).doesNotContainAnyElementsOf(ids);
    }

    @Test
    void aWorldWithoutMistakesWritesEveryNameDateAndNumberRight() throws IOException {
        Map<String, Fields> people = new HashMap<>();
        clean.table("people.csv").forEach(row -> people.put(row.get("person"), row));
        Map<String, Fields> truth = new HashMap<>();
        for (Fields row : clean.table("truth.csv")) {
            truth.put(row.get("feed") + " " + row.get("source_key"), people.getOrDefault(row.get("person"), NOBODY));
        }

        assertThat(clean.summary().get("mistakesMade").size()).isZero();
        for (Fields record : clean.records("civil-affairs", 1)) {
            Fields child = truth.getOrDefault("civil-affairs " + record.get("rosterNo"), NOBODY);
            assertThat(record.get("xm")).isEqualTo(child.get("name"));
            assertThat(record.get("csrq")).isEqualTo(child.get("birth_date"));
            assertThat(record.get("sfzh").substring(6, 14))
                    .isEqualTo(child.get("birth_date").replace("-", ""));
        }
        for (Fields record : clean.records("education", 2)) {
            Fields child = truth.getOrDefault("education " + record.get("学籍号"), NOBODY);
            assertThat(record.get("姓名")).isEqualTo(child.get("name"));
            assertThat(record.get("学籍号").substring(1)).isEqualTo(record.get("身份证件号"));
        }
    }

    @Test
    void twinsShareTheirBirthDateAndNeighbourInTheirNumbers() throws IOException {
        MadeWorld world = MadeWorld.write(WorldPlan.of(1500, 3).withMistakes(0), dir.resolve("twins"));
        Map<String, String> idOf = new HashMap<>();
        world.table("truth.csv").stream()
                .filter(row -> row.get("feed").equals("public-security"))
                .forEach(row -> idOf.put(row.get("person"), row.get("source_key")));
        Map<String, List<Fields>> twins = world.table("people.csv").stream()
                .filter(row -> !row.get("twin_group").isEmpty())
                .collect(Collectors.groupingBy(row -> row.get("twin_group")));

        assertThat(twins).hasSizeBetween(10, 40);
        twins.values().forEach(pair -> {
            assertThat(pair).hasSize(2);
            assertThat(pair.get(0).get("birth_date")).isEqualTo(pair.get(1).get("birth_date"));
            assertThat(pair.get(0).get("family")).isEqualTo(pair.get(1).get("family"));
            assertThat(pair.get(0).get("name")).isNotEqualTo(pair.get(1).get("name"));
            String first = idOf.get(pair.get(0).get("person"));
            String second = idOf.get(pair.get(1).get("person"));
            if (first != null && second != null) {
                int apart = Integer.parseInt(second.substring(14, 17)) - Integer.parseInt(first.substring(14, 17));
                assertThat(first).startsWith(second.substring(0, 14));
                assertThat(Math.floorMod(apart, 998)).isBetween(1, 3);
            }
        });
    }

    @Test
    void theSecondNightOfASnapshotDiffersInFewRecords() throws IOException {
        MadeWorld world = MadeWorld.write(WorldPlan.of(1500, 3), dir.resolve("nights"));
        int all = 0;
        int different = 0;
        for (String feed : List.of("civil-affairs", "education", "political-legal", "medical-insurance")) {
            Set<Fields> before = new HashSet<>(world.records(feed, 1));
            List<Fields> after = world.records(feed, 2);
            all += after.size();
            different += (int)
                    after.stream().filter(record -> !before.contains(record)).count();
        }

        assertThat(different / (double) all).isBetween(0.005, 0.03);
        assertThat(world.records("public-security", 2)).hasSizeBetween(2, 40);
        assertThat(world.records("health", 2)).hasSizeBetween(5, 60);
    }

    @Test
    void threeTimesTheMistakesAreAboutThreeTimesAsMany() throws IOException {
        MadeWorld many = MadeWorld.write(WorldPlan.of(300, 7).withMistakes(3), dir.resolve("many"));

        assertThat(mistakes(many) / (double) mistakes(usual)).isBetween(2.3, 3.3);
    }

    @Test
    void oneKindAloneCanBeAskedFor() throws IOException {
        MadeWorld one = MadeWorld.write(
                WorldPlan.of(300, 7).withRates(Mistakes.none().with(Mistake.BIRTH_YEAR_OFF, 0.5)), dir.resolve("one"));

        assertThat(one.summary().get("mistakesMade").propertyNames()).containsExactly("BIRTH_YEAR_OFF");
    }

    @Test
    void aWorldOfTwoThousandChildrenIsSmallEnoughToBeASample() throws IOException {
        MadeWorld sample = MadeWorld.write(WorldPlan.of(2000, 1), dir.resolve("sample"));
        long total = 0;
        for (Path file : sample.files()) {
            assertThat(Files.size(file)).as(file.toString()).isLessThan(1_000_000);
            total += Files.size(file);
        }

        assertThat(total).isLessThan(4_000_000);
    }

    private static Set<String> keys(MadeWorld world, String feed) throws IOException {
        Set<String> keys = new HashSet<>();
        for (int night = 1; night <= 2; night++) {
            world.records(feed, night).forEach(record -> keys.add(MadeWorld.key(feed, record)));
        }
        return keys;
    }

    private static int mistakes(MadeWorld world) throws IOException {
        JsonNode made = world.summary().get("mistakesMade");
        return made.valueStream().mapToInt(JsonNode::asInt).sum();
    }
}
