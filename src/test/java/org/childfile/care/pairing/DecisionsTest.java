package org.childfile.care.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.childfile.access.keys.TestKeys;
import org.childfile.care.pairing.Decisions.Outcome;
import org.childfile.care.pairing.Decisions.Said;
import org.childfile.care.pairing.Decisions.Side;
import org.childfile.cli.terminal.Messages;
import org.childfile.kernel.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over 250 lines: each thing that a person can decide, or take back, is one test. */
class DecisionsTest {

    private static final Decisions.Calls NO_CALLS = (call, child, actor, reason) -> {
        throw new AssertionError("no call was to be made anew");
    };

    private static final String VILLAGE = "500112001001";
    private static final LocalDate DAY = LocalDate.parse("2025-11-21");
    private static final Said SAID = new Said("wang", "asked both", DAY);

    private final PairingWarehouse warehouse = new PairingWarehouse();
    private final Decisions decisions = new Decisions(warehouse.database, TestKeys.of(warehouse.database));

    @BeforeEach
    void aChildAndTwoMothers() {
        warehouse.linked("civil-affairs", "T1", "C1");
        warehouse.linked("volunteers", "FL1", "V1");
        warehouse.linked("volunteers", "FL2", "V2");
        warehouse.child("C1", null, VILLAGE, "2015-03-07", true);
        warehouse.volunteer("V1", VILLAGE, true, 1);
        warehouse.volunteer("V2", VILLAGE, true, 1);
    }

    @Test
    void whoWasRejectedIsNotProposedAgain() {
        warehouse.propose("2025-11-21");
        assertThat(decisions.reject("CF1", Side.FAMILY, SAID)).isEqualTo(new Outcome.Done("CF1", "C1"));
        warehouse.propose("2025-11-21");
        assertThat(decisions.reject("CF2", Side.MOTHER, SAID)).isEqualTo(new Outcome.Done("CF2", "C1"));
        warehouse.propose("2025-11-22");

        assertThat(warehouse.pairings())
                .containsExactly(
                        "CF1 C1 V1 rejected 2025-11-21 2025-11-21", "CF2 C1 V2 rejected 2025-11-21 2025-11-21");
        assertThat(warehouse.rows("child_id, reason from mart.uncovered_child")).containsExactly("C1 only-barred");
    }

    @Test
    void whatIsConfirmedIsTakenOverByWhatTheFederationLists() {
        warehouse.propose("2025-11-21");
        assertThat(decisions.confirm("CF1", SAID)).isEqualTo(new Outcome.Done("CF1", "C1"));
        warehouse.pair("2025-11-22");
        warehouse.propose("2025-11-22");
        assertThat(warehouse.pairings()).containsExactly("CF1 C1 V1 confirmed 2025-11-21");
        assertThat(warehouse.rows("child_id from mart.uncovered_child")).isEmpty();

        warehouse.listed("P1", "{'volunteer_number': 'FL1', 'roster_number': 'T1', 'started_on': '2025-11-25'}");
        warehouse.pair("2025-11-25");
        assertThat(warehouse.pairings())
                .containsExactly("CF1 C1 V1 ended 2025-11-21 2025-11-24", "P1 C1 V1 active 2025-11-25");
    }

    @Test
    void whatAPersonEndedStaysEndedThoughItIsListed() {
        warehouse.listed("P1", "{'volunteer_number': 'FL1', 'roster_number': 'T1', 'started_on': '2025-09-01'}");
        warehouse.pair("2025-11-21");
        assertThat(decisions.end("P1", DAY, SAID)).isEqualTo(new Outcome.Done("P1", "C1"));
        warehouse.pair("2025-11-22");
        warehouse.propose("2025-11-22");

        assertThat(warehouse.pairings())
                .containsExactly("CF1 C1 V1 proposed 2025-11-22", "P1 C1 V1 ended 2025-09-01 2025-11-21");
    }

    @Test
    void whoIsNotCheckedOrNotLatelyIsNotConfirmedAndHerPairsStand() {
        warehouse.listed("P1", "{'volunteer_number': 'FL2', 'roster_number': 'T1', 'started_on': '2025-09-01'}");
        warehouse.child("C2", null, VILLAGE, "2015-03-07", true);
        warehouse.pair("2025-11-20");
        warehouse.propose("2025-11-20");
        warehouse.checked("FL2", "2024-11-21");
        warehouse.pair("2025-11-21");
        warehouse.propose("2025-11-21");

        assertThat(refused(decisions.add("C2", "V1", SAID)))
                .isEqualTo(
                        "no check of the caring mother V1 for criminal records is on file. When it is done, enter its"
                                + " day: childfile correct V1 background_check_on YYYY-MM-DD --proof TEXT");
        assertThat(refused(decisions.add("C2", "V2", SAID)))
                .startsWith("the check of the caring mother V2 for criminal records is too old.");
        assertThat(warehouse.pairings()).contains("P1 C1 V2 active 2025-09-01");
        assertThat(refused(decisions.add("C2", "V2", new Said("wang", "asked", DAY.minusDays(1)))))
                .isEqualTo("the caring mother V2 has as many children as she can take");
        warehouse.checked("FL1", "2025-11-20");
        assertThat(decisions.add("C2", "V1", SAID)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void whatCannotBeIsRefusedWithTheReason() {
        warehouse.child("C2", null, VILLAGE, "2007-01-01", true);
        warehouse.volunteer("V3", VILLAGE, false, 1);
        decisions.add("C1", "V1", SAID);

        assertThat(refused(decisions.add("C9", "V1", SAID))).startsWith("there is no child C9");
        assertThat(refused(decisions.add("C1", "V9", SAID))).startsWith("there is no caring mother V9");
        assertThat(refused(decisions.add("C2", "V2", SAID))).isEqualTo("the child C2 is 18 or older");
        assertThat(refused(decisions.add("C1", "V3", SAID))).isEqualTo("the caring mother V3 is not in post");
        assertThat(refused(decisions.add("C1", "V2", SAID))).startsWith("the child C1 has a caring mother.");
        assertThat(refused(decisions.confirm("CF1", SAID)))
                .isEqualTo("CF1 is confirmed, not proposed. See it: childfile pairing show CF1");
        assertThat(refused(decisions.confirm("JD9", SAID))).startsWith("there is no pairing JD9.");
        assertThat(refused(decisions.end("CF1", DAY, new Said("wang", "x", DAY.minusDays(1)))))
                .isEqualTo("CF1 began on 2025-11-21: it cannot end before");
        assertThat(refused(decisions.resolve(7, Set.of(), SAID, NO_CALLS))).startsWith("no question 7 waits.");
    }

    private void twoWhoBecomeOne() {
        warehouse.linked("civil-affairs", "T2", "C2");
        warehouse.child("C2", null, VILLAGE, "2015-03-07", true);
        warehouse.listed("P1", "{'volunteer_number': 'FL1', 'roster_number': 'T1', 'started_on': '2025-09-01'}");
        warehouse.listed("P2", "{'volunteer_number': 'FL2', 'roster_number': 'T2', 'started_on': '2025-10-01'}");
        warehouse.pair("2025-11-21");
        warehouse.retired("C2", "C1");
        warehouse.pair("2025-11-22");
        warehouse.pair("2025-11-23");
    }

    @Test
    void twoChildrenWhoAreOneAreAskedAbout() {
        twoWhoBecomeOne();

        assertThat(warehouse.rows("question_id, kind, persons, pairings, proposal, since from mart.pairing_question"))
                .containsExactly("1 joined-child {C1,C2} {P1,P2} {\"end\": [\"P2\"], \"keep\": [\"P1\"]} 2025-11-22");
        assertThat(refused(decisions.resolve(1, Set.of("P9"), SAID, NO_CALLS)))
                .isEqualTo("question 1 is not about P9, but about P1, P2");
        assertThat(decisions.resolve(1, Set.of("P2"), SAID, NO_CALLS))
                .isEqualTo(new Outcome.Done(List.of("P1", "P2"), List.of(), "C1"));
        warehouse.pair("2025-11-24");
        assertThat(warehouse.pairings())
                .containsExactly("P1 C1 V1 ended 2025-09-01 2025-11-21", "P2 C1 V2 active 2025-10-01");
        assertThat(warehouse.rows("question_id from mart.pairing_question")).isEmpty();
    }

    @Test
    void whatIsResolvedAsItWasProposedKeepsWhatWasToStay() {
        twoWhoBecomeOne();

        assertThat(decisions.resolve(1, Set.of(), SAID, NO_CALLS))
                .isEqualTo(new Outcome.Done(List.of("P1", "P2"), List.of(), "C1"));
        warehouse.pair("2025-11-24");
        assertThat(warehouse.pairings())
                .containsExactly("P1 C1 V1 active 2025-09-01", "P2 C1 V2 ended 2025-10-01 2025-11-21");
    }

    /** Each child has again what it had; what began meanwhile is asked about. */
    @Test
    void aJoinThatIsUndoneBringsBackWhatWasBeforeItAndEndsItsQuestion() {
        twoWhoBecomeOne();
        assertThat(warehouse.pairings()).containsExactly("P1 C1 V1 active 2025-09-01", "P2 C1 V2 active 2025-10-01");

        warehouse.revived("C2", "C1", "T2");
        warehouse.pair("2025-11-24");
        assertThat(warehouse.pairings()).containsExactly("P1 C1 V1 active 2025-09-01", "P2 C2 V2 active 2025-10-01");
        assertThat(warehouse.rows("question_id from mart.pairing_question")).isEmpty();
        assertThat(warehouse.rows("resolved_by from pairing.question")).containsExactly("childfile");
        assertThat(warehouse.rows("pairing_id from pairing.moved")).isEmpty();
        assertThat(refused(decisions.resolve(1, Set.of(), SAID, NO_CALLS))).startsWith("no question 1 waits.");

        warehouse.pair("2025-11-25");
        assertThat(warehouse.pairings()).containsExactly("P1 C1 V1 active 2025-09-01", "P2 C2 V2 active 2025-10-01");
    }

    /** The first was joined to the second and the second to the third, night after night; in one night all are themselves again. */
    @Test
    void joinsInAChainThatAreUndoneTogetherBringEverythingBackToWhomItWas() {
        for (String child : List.of("C2", "C3")) {
            warehouse.linked("civil-affairs", "T" + child.charAt(1), child);
            warehouse.child(child, null, VILLAGE, "2015-03-07", true);
        }
        warehouse.listed("P3", "{'volunteer_number': 'FL1', 'roster_number': 'T3', 'started_on': '2025-09-01'}");
        warehouse.pair("2025-11-21");
        warehouse.retired("C3", "C2");
        warehouse.pair("2025-11-22");
        warehouse.retired("C2", "C1");
        warehouse.pair("2025-11-23");
        assertThat(warehouse.pairings()).containsExactly("P3 C1 V1 active 2025-09-01");

        warehouse.revived("C2", "C1", "T2");
        warehouse.revived("C3", "C1", "T3");
        warehouse.pair("2025-11-24");

        assertThat(warehouse.pairings()).containsExactly("P3 C3 V1 active 2025-09-01");
        assertThat(warehouse.rows("pairing_id from pairing.moved")).isEmpty();
    }

    @Test
    void oneChildWhoIsTwoIsAskedAboutAndNothingGoesOverBefore() {
        warehouse.listed("P1", "{'volunteer_number': 'FL1', 'roster_number': 'T1', 'started_on': '2025-09-01'}");
        warehouse.pair("2025-11-21");
        warehouse.linked("civil-affairs", "T1", "C2");
        warehouse.changed("split", "C1", "C2");
        warehouse.pair("2025-11-22");
        assertThat(warehouse.pairings()).containsExactly("P1 C1 V1 active 2025-09-01");
        assertThat(warehouse.rows("kind, persons, proposal from mart.pairing_question"))
                .containsExactly("split-child {C1,C2} {\"keep\": [], \"follow\": {\"P1\": \"C2\"}}");

        decisions.resolve(1, Set.of(), SAID, NO_CALLS);
        warehouse.pair("2025-11-23");
        assertThat(warehouse.pairings()).containsExactly("P1 C2 V1 active 2025-09-01");
        assertThat(warehouse.rows("question_id from mart.pairing_question")).isEmpty();
    }

    @Test
    void openCallsForTwoChildrenWhoAreOneAreAskedAboutAndStay() {
        warehouse.child("C2", null, VILLAGE, "2015-03-07", true);
        warehouse.called("W1", "C1", null);
        warehouse.called("W2", "C2", null);
        warehouse.pair("2025-11-21");
        warehouse.retired("C2", "C1");
        warehouse.pair("2025-11-22");

        assertThat(warehouse.rows("kind, persons, pairings, calls, proposal from mart.pairing_question"))
                .containsExactly("joined-child {C1,C2} {} {W1,W2} {}");
        assertThat(refused(decisions.resolve(1, Set.of("W9"), SAID, NO_CALLS)))
                .isEqualTo("question 1 is not about W9, but about W1, W2");
        assertThat(decisions.resolve(1, Set.of(), SAID, NO_CALLS))
                .isEqualTo(new Outcome.Done(List.of(), List.of("W1", "W2"), "C1"));
        assertThat(warehouse.rows("resolved_by, resolve_reason from pairing.question"))
                .containsExactly("wang asked both");
    }

    @Test
    void aCallInThePairingOfAChildWhoIsTwoIsMadeAnewForWhomThePairingMeansUnlessItIsKept() {
        warehouse.listed("P1", "{'volunteer_number': 'FL1', 'roster_number': 'T1', 'started_on': '2025-09-01'}");
        warehouse.pair("2025-11-21");
        warehouse.called("W1", "C1", "P1");
        warehouse.called("W2", "C1", null);
        warehouse.linked("civil-affairs", "T1", "C2");
        warehouse.changed("split", "C1", "C2");
        warehouse.pair("2025-11-22");
        assertThat(warehouse.rows("kind, persons, pairings, calls, proposal -> 'calls' from mart.pairing_question"))
                .containsExactly("split-child {C1,C2} {P1} {W1,W2} {\"W1\": \"C2\"}");

        List<String> anew = new ArrayList<>();
        decisions.resolve(
                1,
                Set.of("P1"),
                SAID,
                (call, child, actor, reason) -> anew.add(call + " " + child + " " + actor + " " + reason));
        assertThat(anew).containsExactly("W1 C2 wang asked both");
        assertThat(warehouse.pairings()).containsExactly("P1 C1 V1 active 2025-09-01");
        assertThat(warehouse.rows("question_id from mart.pairing_question")).isEmpty();
    }

    @Test
    void aCallThatIsKeptIsNotMadeAnew() {
        warehouse.listed("P1", "{'volunteer_number': 'FL1', 'roster_number': 'T1', 'started_on': '2025-09-01'}");
        warehouse.pair("2025-11-21");
        warehouse.called("W1", "C1", "P1");
        warehouse.linked("civil-affairs", "T1", "C2");
        warehouse.changed("split", "C1", "C2");
        warehouse.pair("2025-11-22");

        assertThat(decisions.resolve(1, Set.of("W1"), SAID, NO_CALLS))
                .isEqualTo(new Outcome.Done(List.of("P1"), List.of("W1"), "C1"));
        assertThat(warehouse.pairings()).containsExactly("P1 C2 V1 active 2025-09-01");
    }

    @Test
    void whatIsStillOwedInThePairingsIsToldBesideTheQuestion() {
        warehouse.listed("P1", "{'volunteer_number': 'FL1', 'roster_number': 'T1', 'started_on': '2025-09-01'}");
        warehouse.pair("2025-11-21");
        warehouse.owed("P1", "VISIT", "2025-11-17", "2025-11-23", "due");
        warehouse.owed("P1", "TALK", "2025-11-10", "2025-11-23", "done");
        warehouse.owed("P1", "VISIT", "2025-11-10", "2025-11-16", "overdue");
        warehouse.linked("civil-affairs", "T1", "C2");
        warehouse.changed("split", "C1", "C2");
        warehouse.pair("2025-11-22");

        assertThat(
                        warehouse.rows(
                                "duties -> 0 ->> 'kind', duties -> 0 ->> 'period_end', jsonb_array_length(duties) from mart.pairing_question"))
                .containsExactly("VISIT 2025-11-23 1");
    }

    private static String refused(Outcome outcome) {
        return outcome instanceof Outcome.Refused(Message why)
                ? Messages.of(Map.of("CHILDFILE_LANG", "en")).text(why)
                : "done";
    }
}
