package org.childfile.files.digitalfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the published rules say of children, as text tables. */
class PublishedRulesTest {

    private static final RuleBook BOOK = Children.published();

    @Test
    void kindsOfDifficultyFollowTheEvidence() {
        assertFired(Part.KINDS, """
                                                                      | -
                orphan=true                                           | 11
                orphan=false                                          | -
                father_state=死亡 mother_state=失踪                      | 11
                father_state=死亡 mother_state=无                        | -
                father_state=死亡 mother_state=失联                      | 12
                father_state=强制隔离戒毒 mother_state=失踪               | 12
                father_state=服刑在押 mother_state=撤销监护资格            | 12
                father_state=重残 mother_state=重病                      | 12
                father_state=失联                                       | -
                subsistence_allowance=true extreme_poverty=false      | 21
                subsidised=true                                       | 21
                disability_category=4                                 | 31
                disabled=true                                         | 31
                disabled=false                                        | -
                diagnoses=J45.0,C91.0                                 | 32
                diagnoses=D54.9,D62                                   | -
                diagnoses=D61.9                                       | 32
                diagnoses=Q26.9                                       | 32
                diagnoses=Q27.0,C98                                   | -
                kinds=33,41,42,51                                     | 33 41 42 51
                kinds=11,12,21,31,32                                  | -
                left_behind=true migrant=true                         | 61 62
                """);
    }

    @Test
    void aHiddenChildHasEvidenceAndIsUnderEighteenAndNotOnTheRoster() {
        assertFired(Part.HIDDEN, """
                orphan=true                                           | 11
                orphan=true on_roster=true                            | -
                orphan=true left_roster_on=2026-10-01                 | 11
                disabled=true diagnoses=C91 on_roster=false           | 31 32
                subsidised=true                                       | -
                kinds=41,51                                           | -
                left_behind=true                                      | -
                orphan=true birth_date=2008-11-21                     | 11
                orphan=true birth_date=2008-11-20                     | -
                father_state=失联 mother_state=失联 birth_date=2020-01-01 | 12
                """);
    }

    @Test
    void signalsAreNoKinds() {
        assertFired(Part.SIGNALS, """
                feeds=health                                          | one-feed
                feeds=health,education                                | -
                feeds=a,b father_state=失联                            | watch
                feeds=a,b mother_state=死亡 father_state=无             | watch
                feeds=a,b father_state=失联 mother_state=失联            | -
                feeds=a,b father_state=无 mother_state=无               | -
                feeds=a,b gone-education=在校                          | left-school-roll
                feeds=a,b gone-education=毕业                          | -
                feeds=a,b gone-education=转出                          | -
                feeds=a,b gone-education=在校 gone-public-security=-    | -
                feeds=a,b gone-education=在校 birth_date=2008-01-01     | -
                feeds=a,b gone-medical-insurance=-                    | left-insurance
                feeds=a,b insurance_state=ended                       | left-insurance
                feeds=a,b insurance_state=paused                      | -
                """);
    }

    @Test
    void theGravestRuleMakesTheGrade() {
        assertThat(grades("""
                feeds=a,b                                                            | green
                feeds=a,b father_state=失联 mother_state=服刑在押 on_roster=true paired=2026-11-20 | red parents-out-of-reach
                feeds=a,b orphan=true on_roster=true                                 | yellow without-caring-mother
                feeds=a,b orphan=true on_roster=true paired=2026-11-20               | green
                feeds=a,b orphan=true paired=2026-11-20                              | red hidden-without-parents
                feeds=a,b disabled=true                                              | yellow hidden
                feeds=a,b enrolment_state=辍学 birth_date=2012-01-01                   | red dropped-out left-school
                feeds=a,b enrolment_state=辍学 birth_date=2010-01-01                   | yellow left-school
                feeds=a,b enrolment_state=退学 birth_date=2012-01-01                   | yellow left-school
                feeds=a,b diagnoses=C91 on_roster=true insurance_state=paused        | red ill-without-insurance
                feeds=a,b diagnoses=C91 on_roster=true insurance_state=insured       | green
                feeds=a,b psych_level=重度                                            | red psychological-severe
                feeds=a,b psych_level=轻度                                            | yellow psychological-mild
                feeds=a,b psych_level=正常                                            | green
                feeds=a,b last_visit_diagnosis=C91 last_visit_on=2026-09-01          | yellow hospital-lately
                feeds=a,b last_visit_diagnosis=C91 last_visit_on=2026-08-01          | green
                feeds=a,b last_visit_diagnosis=J06 last_visit_on=2026-11-01          | green
                feeds=a,b birth_date=2022-01-01 guardian=500112195611200012          | yellow old-carer
                feeds=a,b birth_date=2022-01-01 guardian=500112195611210018          | green
                feeds=a,b birth_date=2020-01-01 guardian=500112195611200012          | green
                feeds=a,b kinds=41 on_roster=true paired=2026-01-01 met=2026-11-07   | yellow not-visited
                feeds=a,b kinds=41 on_roster=true paired=2026-01-01 met=2026-11-08   | green
                feeds=a,b kinds=41 on_roster=true paired=2026-11-07                  | yellow not-visited
                feeds=a,b kinds=41 on_roster=true paired=2026-11-08                  | green
                feeds=a,b on_roster=true paired=2026-01-01                           | green
                """)).isEmpty();
    }

    @Test
    void whereNoFeedHoldsTheChildAnyMoreNothingIsEvidence() {
        RuleInput file = Children.told("orphan=true disabled=true");
        RuleInput left =
                new RuleInput("C1", null, List.of(), file.provenance(), Map::of, Children.CLEAR, List.of(), Care.NONE);

        assertThat(assess(left).hits()).isEmpty();
    }

    @Test
    void evidenceNamesEachValueWithItsRecordAndAnyOneGroundShowsIt() {
        Hit hit = assess(Children.told("orphan=true father_state=死亡 mother_state=失踪"))
                .hits()
                .getFirst();

        assertThat(hit.outcome().proofs())
                .containsExactly(proof("orphan", true), proof("father_state", "死亡"), proof("mother_state", "失踪"));
        assertThat(hit.outcome().grounds())
                .containsExactlyInAnyOrder(
                        java.util.Set.of("orphan"), java.util.Set.of("father_state", "mother_state"));
        assertThat(hit.substance()).isEqualTo("[father_state=死亡, mother_state=失踪, orphan=true]");
    }

    @Test
    void aDiagnosisThatIsNotOnTheListIsNoEvidence() {
        Hit hit = assess(Children.told("diagnoses=J45.0,C91.0")).hits().getFirst();

        assertThat(hit.outcome().proofs()).containsExactly(proof("diagnoses", "C91.0"));
    }

    @Test
    void theGuardiansIdNumberIsNotInTheEvidence() {
        Hit hit = assess(Children.told("feeds=a,b birth_date=2022-01-01 guardian=500112195611200012"))
                .hits()
                .getLast();

        assertThat(hit.outcome().proofs()).contains(Proof.of("guardian_born_on", "1956", "guardian_name"));
    }

    private static Proof proof(String attribute, Object value) {
        return new Proof(attribute, value, attribute, "health", "1", "2026-09-01T00:00:00Z");
    }

    private static Assessment assess(RuleInput file) {
        return new Assessor(BOOK, Children.DAY).assess(new FactReader(BOOK.catalogue()).facts(file));
    }

    private static void assertFired(Part part, String table) {
        List<String> wrong = new ArrayList<>();
        for (String line : table.lines().toList()) {
            int bar = line.indexOf('|');
            String fired = assess(Children.told(line.substring(0, bar))).hits().stream()
                    .filter(hit -> hit.part() == part)
                    .map(Hit::rule)
                    .collect(Collectors.joining(" "));
            if (!line.substring(bar + 1).strip().equals(fired.isEmpty() ? "-" : fired)) {
                wrong.add(line + " but " + fired);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> grades(String table) {
        List<String> wrong = new ArrayList<>();
        for (String line : table.lines().toList()) {
            int bar = line.indexOf('|');
            Assessment assessment = assess(Children.told(line.substring(0, bar)));
            String said = (assessment.grade().written() + " " + String.join(" ", assessment.rules())).strip();
            if (!line.substring(bar + 1).strip().equals(said)) {
                wrong.add(line + " but " + said);
            }
        }
        return wrong;
    }
}
