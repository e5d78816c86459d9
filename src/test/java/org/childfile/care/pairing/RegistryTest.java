package org.childfile.care.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistryTest {

    private static final String NUMBER = "500112201503071234";
    private static final String BY_ROSTER =
            "{'volunteer_number': 'FL1', 'roster_number': 'T1', 'started_on': '2025-09-01'}";

    private final PairingWarehouse warehouse = new PairingWarehouse();

    @BeforeEach
    void aChildAndAVolunteerOfTwoNumbers() {
        warehouse.linked("civil-affairs", "T1", "C1");
        warehouse.linked("volunteers", "FL1", "V1");
        warehouse.linked("volunteers", "QY1", "V1");
        warehouse.child("C1", NUMBER, "500112001001", "2015-03-07", true);
        warehouse.volunteer("V1", "500112001001", true, 1);
    }

    @Test
    void aListedPairingNamesItsPersonsByAnyOfTheirNumbers() {
        warehouse.listed("P1", BY_ROSTER);
        warehouse.listed(
                "P2",
                "{'volunteer_number': 'QY1', 'child_id_number': '" + NUMBER
                        + "', 'started_on': '2025-10-01', 'ended_on': '2025-11-02', 'end_reason': '家长申请终止'}");
        warehouse.pair("2025-11-21");

        assertThat(warehouse.pairings())
                .containsExactly("P1 C1 V1 active 2025-09-01", "P2 C1 V1 ended 2025-10-01 2025-11-02");
        assertThat(warehouse.rows("pairing_id, problem from mart.pairing_problem"))
                .isEmpty();
    }

    @Test
    void numbersThatNobodyHasAreTold() {
        warehouse.listed("P1", "{'volunteer_number': 'FL9', 'roster_number': 'T9', 'started_on': '2025-09-01'}");
        warehouse.pair("2025-11-21");

        assertThat(warehouse.pairings()).containsExactly("P1 ? ? active 2025-09-01");
        assertThat(warehouse.rows("pairing_id, problem from mart.pairing_problem"))
                .containsExactly("P1 unknown-child", "P1 unknown-volunteer");

        warehouse.linked("civil-affairs", "T9", "C9");
        warehouse.linked("volunteers", "FL9", "V9");
        warehouse.pair("2025-11-22");
        assertThat(warehouse.pairings()).containsExactly("P1 C9 V9 active 2025-09-01");
        assertThat(warehouse.rows("pairing_id, problem from mart.pairing_problem"))
                .isEmpty();
    }

    @Test
    void aRosterNumberAndAnIdNumberOfTwoChildrenAreTold() {
        warehouse.child("C2", "500112201601010010", "500112001001", "2016-01-01", false);
        warehouse.listed("P1", BY_ROSTER.replace("}", ", 'child_id_number': '500112201601010010'}"));
        warehouse.pair("2025-11-21");

        assertThat(warehouse.pairings()).containsExactly("P1 C1 V1 active 2025-09-01");
        assertThat(warehouse.rows("pairing_id, problem, detail from mart.pairing_problem"))
                .containsExactly("P1 two-children C1 C2");
    }

    @Test
    void whatIsNoLongerListedEndsOnTheDayOfTheRun() {
        warehouse.listed("P1", BY_ROSTER);
        warehouse.pair("2025-11-21");
        warehouse.withdrawn("P1");
        warehouse.pair("2025-11-22");
        warehouse.pair("2025-11-23");

        assertThat(warehouse.pairings()).containsExactly("P1 C1 V1 ended 2025-09-01 2025-11-22");
    }

    @Test
    void theLastDayIsADayInForce() {
        warehouse.listed("P1", BY_ROSTER.replace("}", ", 'ended_on': '2025-11-23'}"));
        warehouse.listed("P2", BY_ROSTER.replace("2025-09-01", "2025-11-23"));
        warehouse.pair("2025-11-22");
        assertThat(warehouse.pairings())
                .containsExactly("P1 C1 V1 active 2025-09-01 2025-11-23", "P2 C1 V1 confirmed 2025-11-23");

        warehouse.pair("2025-11-23");
        assertThat(warehouse.pairings())
                .containsExactly("P1 C1 V1 ended 2025-09-01 2025-11-23", "P2 C1 V1 active 2025-11-23");
    }

    @Test
    void anEndBeforeTheBeginningIsTold() {
        warehouse.listed("P1", BY_ROSTER.replace("}", ", 'ended_on': '2025-08-01'}"));
        warehouse.pair("2025-11-22");

        assertThat(warehouse.pairings()).containsExactly("P1 C1 V1 ended 2025-09-01 2025-09-01");
        assertThat(warehouse.rows("pairing_id, problem, detail from mart.pairing_problem"))
                .containsExactly("P1 ended-before-begun 2025-09-01 2025-08-01");
    }

    @Test
    void aPairingFollowsWhoWasJoinedAndNotARecordThatWasMoved() {
        warehouse.listed("P1", BY_ROSTER);
        warehouse.pair("2025-11-21");
        warehouse.linked("civil-affairs", "T2", "C2");
        warehouse.retired("C1", "C2");
        warehouse.pair("2025-11-22");
        assertThat(warehouse.pairings()).containsExactly("P1 C2 V1 active 2025-09-01");

        warehouse.linked("civil-affairs", "T1", "C3");
        warehouse.pair("2025-11-23");
        assertThat(warehouse.pairings()).containsExactly("P1 C2 V1 active 2025-09-01");

        warehouse.listed("P1", BY_ROSTER.replace("T1", "T2").replace("FL1", "QY1"));
        warehouse.pair("2025-11-24");
        assertThat(warehouse.pairings()).containsExactly("P1 C2 V1 active 2025-09-01");
    }

    @Test
    void supportersStandBesideTheirPairingMasked() {
        warehouse.listed(
                "P1",
                BY_ROSTER.replace(
                        "}",
                        ", 'supporter_roles': ['teacher', 'doctor'], 'supporter_names': ['王小明', '李华'],"
                                + " 'supporter_phones': ['13800000001', '13800000002']}"));
        warehouse.listed(
                "P2", BY_ROSTER.replace("}", ", 'supporter_roles': ['police', 'doctor'], 'supporter_names': ['王小明']}"));
        warehouse.pair("2025-11-21");

        assertThat(warehouse.rows("pairing_id, number, role, name, phone from mart.supporter"))
                .containsExactly(
                        "P1 1 teacher 王小明 138********", "P1 2 doctor 李华 138********", "P2 1 police", "P2 2 doctor");
    }
}
