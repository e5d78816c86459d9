package org.childfile.care.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProposalsTest {

    private static final String VILLAGE = "500112001001";
    private static final String NEXT_VILLAGE = "500112001002";
    private static final String OTHER_TOWNSHIP = "500112002001";
    private static final String OTHER_DISTRICT = "500113001001";

    private final PairingWarehouse warehouse = new PairingWarehouse();

    @Test
    void theNearestIsProposedAndSaysWhyWithTheNextTwo() {
        warehouse.child("C1", null, VILLAGE, "2015-03-07", true, "31");
        warehouse.volunteer("V1", NEXT_VILLAGE, true, 1, "护理");
        warehouse.volunteer("V2", VILLAGE, true, 1, "护理");
        warehouse.volunteer("V3", VILLAGE, true, 1);
        warehouse.volunteer("V4", OTHER_DISTRICT, true, 1, "护理");
        warehouse.propose("2025-11-21");

        assertThat(warehouse.pairings()).containsExactly("CF1 C1 V2 proposed 2025-11-21");
        assertThat(warehouse.rows("reasons from mart.pairing")).containsExactly("""
                        {"terms": {"skills": 0, "distance": 0, "workload": 0, "continuity": 1}, "urgency": "other", \
                        "alternatives": [{"terms": {"skills": 1, "distance": 0, "workload": 0, "continuity": 1}, \
                        "volunteer_id": "V3"}, {"terms": {"skills": 0, "distance": 1, "workload": 0, "continuity": 1}, \
                        "volunteer_id": "V1"}], "wanted_skills": ["护理"]}""");
        assertThat(uncovered()).containsExactly("C1 proposal-waits never-paired CF1 2025-11-21");
    }

    @Test
    void theMostUrgentChildGetsTheOnlyPlace() {
        warehouse.child("C1", null, VILLAGE, "2015-03-07", true, "21");
        warehouse.child("C2", null, OTHER_TOWNSHIP, "2015-03-07", true, "12");
        warehouse.volunteer("V1", VILLAGE, true, 1);
        warehouse.propose("2025-11-21");

        assertThat(warehouse.pairings()).containsExactly("CF1 C2 V1 proposed 2025-11-21");
        assertThat(uncovered())
                .containsExactly(
                        "C1 outranked never-paired 2025-11-21", "C2 proposal-waits never-paired CF1 2025-11-21");
    }

    @Test
    void whoLeftHerPostLeavesHerChildUncoveredTheSameNight() {
        warehouse.linked("civil-affairs", "T1", "C1");
        warehouse.linked("volunteers", "FL1", "V1");
        warehouse.child("C1", null, VILLAGE, "2015-03-07", true);
        warehouse.volunteer("V1", VILLAGE, true, 1);
        warehouse.listed("P1", "{'volunteer_number': 'FL1', 'roster_number': 'T1', 'started_on': '2025-09-01'}");
        warehouse.pair("2025-11-21");
        warehouse.propose("2025-11-21");
        assertThat(uncovered()).isEmpty();

        warehouse.volunteer("V1", VILLAGE, false, 1);
        warehouse.pair("2025-11-22");
        warehouse.propose("2025-11-22");
        assertThat(uncovered()).containsExactly("C1 no-volunteer-in-district left-post P1 2025-11-22");
        assertThat(warehouse.pairings()).containsExactly("P1 C1 V1 active 2025-09-01");
    }

    @Test
    void whoeverIsNotCheckedIsProposedToNobodyOnceTheFeedSendsTheDay() {
        warehouse.linked("volunteers", "FL1", "V1");
        warehouse.linked("volunteers", "FL2", "V2");
        warehouse.child("C1", null, VILLAGE, "2015-03-07", true);
        warehouse.volunteer("V1", VILLAGE, true, 1);
        warehouse.volunteer("V2", NEXT_VILLAGE, true, 1);
        warehouse.propose("2025-11-20");
        assertThat(warehouse.pairings()).containsExactly("CF1 C1 V1 proposed 2025-11-20");
        assertThat(checks()).containsExactly("V1 not-required", "V2 not-required");

        warehouse.checked("FL2", "2024-11-22");
        warehouse.propose("2025-11-21");
        assertThat(warehouse.pairings())
                .containsExactly("CF1 C1 V1 rejected 2025-11-20 2025-11-21", "CF2 C1 V2 proposed 2025-11-21");
        assertThat(checks()).containsExactly("V1 missing", "V2 2024-11-22 2025-11-22 good");

        warehouse.propose("2025-11-22");
        assertThat(warehouse.rows("pairing_id, state from mart.pairing where state = 'proposed'"))
                .isEmpty();
        assertThat(uncovered()).containsExactly("C1 only-unchecked never-paired 2025-11-20");
        assertThat(checks()).containsExactly("V1 missing", "V2 2024-11-22 2025-11-22 lapsed");
    }

    @Test
    void aFeedThatStopsSendingTheDayOpensNoDoor() {
        warehouse.linked("volunteers", "FL1", "V1");
        warehouse.volunteer("V1", VILLAGE, true, 1);
        warehouse.checked("FL1", "2025-11-01");
        warehouse.propose("2025-11-21");

        warehouse.jdbc.sql("update mapping.source_record set attributes = '{}'").update();
        warehouse.child("C1", null, VILLAGE, "2015-03-07", true);
        warehouse.propose("2025-11-22");

        assertThat(checks()).containsExactly("V1 missing");
        assertThat(uncovered()).containsExactly("C1 only-unchecked never-paired 2025-11-22");
    }

    private List<String> checks() {
        return warehouse.rows("volunteer_id, checked_on, good_until, state from mart.volunteer_check");
    }

    @Test
    void whyAChildHasNoProposal() {
        warehouse.child("C1", null, "", "2015-03-07", true);
        warehouse.child("C2", null, OTHER_DISTRICT, "2015-03-07", true);
        warehouse.child("C3", null, VILLAGE, "2015-03-07", true);
        warehouse.child("C4", null, VILLAGE, "2007-11-21", true);
        warehouse.child("C5", null, VILLAGE, "2015-03-07", false);
        warehouse.volunteer("V1", VILLAGE, true, 0);
        warehouse.propose("2025-11-21");

        assertThat(uncovered())
                .containsExactly(
                        "C1 no-division never-paired 2025-11-21",
                        "C2 no-volunteer-in-district never-paired 2025-11-21",
                        "C3 no-capacity-in-district never-paired 2025-11-21");
    }

    @Test
    void aNightWithOneNewChildChangesOneProposal() {
        for (int i = 1; i <= 8; i++) {
            warehouse.child("C" + i, null, i % 2 == 0 ? VILLAGE : OTHER_TOWNSHIP, "2015-03-07", true);
            warehouse.volunteer("V" + i, i % 3 == 0 ? VILLAGE : OTHER_TOWNSHIP, true, 1);
        }
        warehouse.propose("2025-11-21");
        List<String> before = warehouse.pairings();
        warehouse.volunteer("V0", VILLAGE, true, 1);
        warehouse.child("C0", null, VILLAGE, "2015-03-07", true);
        warehouse.propose("2025-11-22");

        assertThat(warehouse.pairings()).hasSize(9).containsAll(before);
        warehouse.propose("2025-11-23");
        assertThat(warehouse.pairings()).hasSize(9);
        assertThat(warehouse.rows("kind, count(*) from mart.pairing_decision group by kind"))
                .containsExactly("propose 9");
    }

    @Test
    void aBrotherOrSisterKeepsTheSameMotherNearby() {
        warehouse.linked("civil-affairs", "T1", "C1");
        warehouse.linked("volunteers", "FL1", "V2");
        warehouse.child("C1", null, VILLAGE, "2015-03-07", true);
        warehouse.child("C2", null, VILLAGE, "2017-03-07", true);
        warehouse.marked("C1", "parent", "500112198001010000");
        warehouse.marked("C2", "parent", "500112198001010000");
        warehouse.volunteer("V1", VILLAGE, true, 2);
        warehouse.volunteer("V2", VILLAGE, true, 2);
        warehouse.volunteer("V3", VILLAGE, true, 2);
        warehouse.listed("P1", "{'volunteer_number': 'FL1', 'roster_number': 'T1', 'started_on': '2025-09-01'}");
        warehouse.pair("2025-11-21");
        warehouse.propose("2025-11-21");

        // Her workload comes first: continuity decides only among equals.
        assertThat(warehouse.pairings()).contains("CF1 C2 V1 proposed 2025-11-21");
        warehouse.volunteer("V1", VILLAGE, false, 2);
        warehouse.volunteer("V3", VILLAGE, false, 2);
        warehouse.propose("2025-11-22");
        assertThat(warehouse.pairings())
                .contains("CF1 C2 V1 rejected 2025-11-21 2025-11-22", "CF2 C2 V2 proposed 2025-11-22");
    }

    @Test
    void aPartyToTheCaseIsNeverProposed() {
        warehouse.child("C1", null, VILLAGE, "2015-03-07", true);
        warehouse.marked("C1", "phone", "13800000001");
        warehouse.volunteer("V1", VILLAGE, true, 1);
        warehouse.marked("V1", "phone", "13800000001");
        warehouse.propose("2025-11-21");

        assertThat(uncovered()).containsExactly("C1 only-parties never-paired 2025-11-21");
    }

    private List<String> uncovered() {
        return warehouse.rows("child_id, reason, cause, pairing_id, former_id, since from mart.uncovered_child");
    }
}
