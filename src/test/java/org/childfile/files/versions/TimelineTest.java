package org.childfile.files.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.childfile.files.merge.Profile;
import org.childfile.files.merge.Profile.Value;
import org.childfile.kernel.SourceKey;
import org.junit.jupiter.api.Test;

/** The periods of a file, as text: from..to and what is said. */
class TimelineTest {

    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 22);

    @Test
    void aNewFileSaysAllOfItSinceTheLatestStamp() {
        assertThat(file(profile("name=张三 @ps 2026-09-01", "grade=三年级 @edu 2026-10-01")))
                .containsExactly("2026-10-01.. grade=三年级 name=张三");
    }

    @Test
    void whatHasADateOfItsOwnHoldsSinceThenAndThePersonIsThePersonAllTheTime() {
        assertThat(file(profile(
                        "name=张三 @ps 2026-09-01",
                        "on_roster=true recognised_on=2024-05-06 @ca 2026-10-01",
                        "father_state=服刑在押 parents_state_since=2025-01-02 @pl 2026-08-01")))
                .containsExactly(
                        "2024-05-06..2025-01-02 name=张三 on_roster=true recognised_on=2024-05-06",
                        "2025-01-02.. father_state=服刑在押 name=张三 on_roster=true parents_state_since=2025-01-02"
                                + " recognised_on=2024-05-06");
    }

    @Test
    void aFileHasNoDayBeforeTheBirth() {
        assertThat(file(profile(
                        "name=张三 birth_date=2024-08-08 @ps 2024-09-01",
                        "father_state=服刑在押 parents_state_since=2020-01-02 @pl 2024-08-20")))
                .containsExactly("2024-08-08.. birth_date=2024-08-08 father_state=服刑在押 name=张三"
                        + " parents_state_since=2020-01-02");
    }

    @Test
    void aDateAfterTheNightIsNotBelieved() {
        assertThat(file(profile("name=张三 on_roster=true recognised_on=2027-01-01 @ca 2026-10-01")))
                .containsExactly("2026-10-01.. name=张三 on_roster=true recognised_on=2027-01-01");
    }

    @Test
    void aLateFactReachesIntoThePastAsFarAsItsDate() {
        Profile before = profile("name=张三 @ps 2026-01-01", "grade=二年级 @edu 2026-01-01");
        Profile later = profile("name=张三 @ps 2026-01-01", "grade=三年级 @edu 2026-09-01");
        Profile late = profile(
                "name=张三 @ps 2026-01-01",
                "grade=三年级 @edu 2026-09-01",
                "father_state=失踪 parents_state_since=2026-03-01 @pl 2026-11-20");

        assertThat(file(before, later, late))
                .containsExactly(
                        "2026-01-01..2026-03-01 grade=二年级 name=张三",
                        "2026-03-01..2026-09-01 father_state=失踪 grade=二年级 name=张三 parents_state_since=2026-03-01",
                        "2026-09-01.. father_state=失踪 grade=三年级 name=张三 parents_state_since=2026-03-01");
    }

    @Test
    void aFactFromBeforeTheFirstDayFindsThePersonThereAndNothingElse() {
        Profile before = profile("name=张三 @ps 2026-01-01", "grade=二年级 @edu 2026-01-01");
        Profile late = profile(
                "name=张三 @ps 2026-01-01",
                "grade=二年级 @edu 2026-01-01",
                "father_state=失踪 parents_state_since=2025-03-01 @pl 2026-11-20");

        assertThat(file(before, late))
                .containsExactly(
                        "2025-03-01..2026-01-01 father_state=失踪 name=张三 parents_state_since=2025-03-01",
                        "2026-01-01.. father_state=失踪 grade=二年级 name=张三 parents_state_since=2025-03-01");
    }

    @Test
    void whoLeavesTheRosterIsOffItSinceThatDay() {
        Profile on = profile("name=张三 on_roster=true recognised_on=2024-05-06 @ca 2026-01-01");
        Profile off = profile("name=张三 recognised_on=2024-05-06 left_roster_on=2026-06-30 @ca 2026-11-20");

        assertThat(file(on, off))
                .containsExactly(
                        "2024-05-06..2026-06-30 name=张三 on_roster=true recognised_on=2024-05-06",
                        "2026-06-30.. left_roster_on=2026-06-30 name=张三 recognised_on=2024-05-06");
    }

    @Test
    void aDateThatIsCorrectedMovesWhatItIsAbout() {
        Profile first = profile("name=张三 on_roster=true recognised_on=2024-05-06 @ca 2026-01-01");
        Profile later = profile("name=张三 on_roster=true recognised_on=2025-05-06 @ca 2026-11-20");
        Profile earlier = profile("name=张三 on_roster=true recognised_on=2023-05-06 @ca 2026-11-20");

        assertThat(file(first, later))
                .containsExactly(
                        "2024-05-06..2025-05-06 name=张三",
                        "2025-05-06.. name=张三 on_roster=true recognised_on=2025-05-06");
        assertThat(file(first, earlier))
                .containsExactly("2023-05-06.. name=张三 on_roster=true recognised_on=2023-05-06");
    }

    @Test
    void aStateThatAnotherFollowedHeldUntilThen() {
        Profile first = profile("name=张三 father_state=失联 parents_state_since=2024-05-06 @pl 2026-01-01");
        Profile next = profile("name=张三 father_state=死亡 parents_state_since=2025-05-06 @pl 2026-11-20");

        assertThat(file(first, next))
                .containsExactly(
                        "2024-05-06..2025-05-06 father_state=失联 name=张三 parents_state_since=2024-05-06",
                        "2025-05-06.. father_state=死亡 name=张三 parents_state_since=2025-05-06");
    }

    @Test
    void whatNobodySaysAnyMoreHasEndedThatNight() {
        Profile before = profile("name=张三 @ps 2026-01-01", "grade=二年级 @edu 2026-01-01");

        assertThat(file(before, profile("name=张三 @ps 2026-01-01")))
                .containsExactly("2026-01-01..2026-11-22 grade=二年级 name=张三", "2026-11-22.. name=张三");
    }

    @Test
    void aRecordThatComesWithoutAValueEndsItWithItsStamp() {
        Profile before = profile("name=张三 grade=二年级 @edu 2026-01-01");

        assertThat(file(before, profile("name=张三 @edu 2026-11-01")))
                .containsExactly("2026-01-01..2026-11-01 grade=二年级 name=张三", "2026-11-01.. name=张三");
    }

    @Test
    void aRecordThatWasGoneAndIsBackLeavesAGap() {
        Profile there = profile("name=张三 @ps 2026-01-01", "grade=二年级 @edu 2026-01-01");
        Profile gone = profile("name=张三 @ps 2026-01-01");

        assertThat(nights(there, gone, gone, there))
                .containsExactly(
                        "2026-01-01..2026-11-23 grade=二年级 name=张三 [edu ps]",
                        "2026-11-23..2026-11-25 name=张三 [ps]",
                        "2026-11-25.. grade=二年级 name=张三 [edu ps]");
    }

    @Test
    void aFileThatNoFeedSpokeOfHasTheGapWhateverDatesItsOnlyRecordGives() {
        Profile there = profile("name=张三 on_roster=true recognised_on=2024-05-06 @ca 2026-01-01");
        Profile gone = silent(profile("name=张三 recognised_on=2024-05-06 @ca 2026-01-01"));

        assertThat(nights(there, gone, gone, there))
                .containsExactly(
                        "2024-05-06..2026-11-23 name=张三 on_roster=true recognised_on=2024-05-06 [ca]",
                        "2026-11-23..2026-11-25 name=张三 recognised_on=2024-05-06 []",
                        "2026-11-25.. name=张三 on_roster=true recognised_on=2024-05-06 [ca]");
    }

    @Test
    void theGapStaysThoughAnotherFeedTellsOfEarlierDaysInTheNightOfTheReturn() {
        Profile there = profile("name=张三 @ps 2026-01-01", "grade=二年级 @edu 2026-01-01");
        Profile gone = profile("name=张三 @ps 2026-01-01");
        Profile both = profile(
                "name=张三 @ps 2026-01-01",
                "grade=二年级 @edu 2026-01-01",
                "father_state=失踪 parents_state_since=2026-03-01 @pl 2026-11-20");

        assertThat(nights(there, gone, both))
                .containsExactly(
                        "2026-01-01..2026-03-01 grade=二年级 name=张三 [edu ps]",
                        "2026-03-01..2026-11-23 father_state=失踪 grade=二年级 name=张三 parents_state_since=2026-03-01"
                                + " [edu pl ps]",
                        "2026-11-23..2026-11-24 father_state=失踪 name=张三 parents_state_since=2026-03-01 [pl ps]",
                        "2026-11-24.. father_state=失踪 grade=二年级 name=张三 parents_state_since=2026-03-01 [edu pl ps]");
    }

    @Test
    void whoIsBackWithSomethingElseSaysSinceWhen() {
        Profile there = profile("name=张三 on_roster=true recognised_on=2024-05-06 @ca 2026-01-01");
        Profile gone = silent(profile("name=张三 recognised_on=2024-05-06 @ca 2026-01-01"));
        Profile again = profile("name=张三 on_roster=true recognised_on=2026-11-24 @ca 2026-11-24");

        assertThat(nights(there, gone, gone, again))
                .containsExactly(
                        "2024-05-06..2026-11-23 name=张三 on_roster=true recognised_on=2024-05-06 [ca]",
                        "2026-11-23..2026-11-24 name=张三 recognised_on=2024-05-06 []",
                        "2026-11-24..2026-11-25 name=张三 on_roster=true recognised_on=2026-11-24 []",
                        "2026-11-25.. name=张三 on_roster=true recognised_on=2026-11-24 [ca]");
    }

    private static Profile silent(Profile profile) {
        return new Profile(profile.values(), List.of(), List.of());
    }

    /** The file after these profiles, each found a night later than the one before, with the feeds that speak. */
    private static List<String> nights(Profile... profiles) {
        List<Period> periods = List.of();
        LocalDate night = NIGHT;
        for (Profile profile : profiles) {
            periods = Timeline.after(periods, profile, night);
            night = night.plusDays(1);
        }
        return periods.stream()
                .map(period ->
                        text(period) + " " + period.profile().feeds().toString().replace(",", ""))
                .toList();
    }

    /** The file after these profiles, each found by a night of the same day. */
    private static List<String> file(Profile... profiles) {
        List<Period> periods = List.of();
        for (Profile profile : profiles) {
            periods = Timeline.after(periods, profile, NIGHT);
        }
        return periods.stream().map(TimelineTest::text).toList();
    }

    private static String text(Period period) {
        return period.from() + ".." + (period.to() == null ? "" : period.to()) + " "
                + period.profile().values().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue().value())
                        .collect(Collectors.joining(" "));
    }

    /** What records say, each as {@code attribute=value … @feed stamp}. */
    private static Profile profile(String... records) {
        TreeMap<String, Value> values = new TreeMap<>();
        List<String> feeds = new ArrayList<>();
        for (String record : records) {
            String[] words = record.split(" ");
            String feed = words[words.length - 2].substring(1);
            Instant stamp = Instant.parse(words[words.length - 1] + "T04:00:00Z");
            feeds.add(feed);
            for (int i = 0; i < words.length - 2; i++) {
                String[] pair = words[i].split("=");
                values.put(pair[0], new Value(pair[1], new SourceKey(feed, "1"), stamp, "only"));
            }
        }
        return new Profile(values, List.of(), feeds.stream().sorted().toList());
    }
}
