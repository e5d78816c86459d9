package org.childfile.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.childfile.access.keys.TestKeys;
import org.childfile.files.identity.Verdict;
import org.childfile.files.identity.Verdicts;
import org.childfile.kernel.SourceKey;
import org.junit.jupiter.api.Test;

/** Nights between which persons decide. */
class VerdictNightsTest {

    private final Nights nights = Nights.shared().empty();

    @Test
    void aJoinThatIsTakenBackLeavesBothFilesAsTheyWereWithTheirPast() {
        nights.run(1);
        List<String> two = nights.books().texts("""
                select person_id || ' ' || min(feed || '/' || source_key) from mart.membership
                where population = 'child' group by person_id having count(*) >= 3 order by 1 limit 2""");
        String first = two.getFirst().split(" ")[0];
        String second = two.getLast().split(" ")[0];
        List<String> before = files(first, second);
        Verdicts verdicts = new Verdicts(nights.database(), TestKeys.of(nights.database()));
        assertThat(verdicts.say(Verdict.Kind.SAME, key(two.getFirst()), key(two.getLast()), "wang", "seen both"))
                .isInstanceOf(Verdicts.Outcome.Said.class);

        assertThat(nights.runs().replay(nights.world().day(1), RunProgress.NONE).state())
                .isEqualTo(Run.State.DONE);
        assertThat(nights.books().texts("select kind from mart.identity_change where kind <> 'created' order by seq"))
                .containsExactly("joined", "retired");
        assertThat(files(first, second)).hasSize(1);
        verdicts.undo(1, "wang", "a slip");
        Run run = nights.runs().replay(nights.world().day(1), RunProgress.NONE);

        assertThat(run.state()).isEqualTo(Run.State.DONE);
        assertThat(files(first, second)).isEqualTo(before);
        assertThat(nights.books()
                        .texts("select distinct version::text from mart.child_version where child_id in ('" + first
                                + "', '" + second + "') order by 1"))
                .startsWith("1", "2");
        assertThat(nights.books().texts("select mart.current_id('" + second + "')"))
                .containsExactly(second);
        assertThat(nights.books().texts("select mart.current_id('" + first + "')"))
                .containsExactly(first);
    }

    private static SourceKey key(String idAndKey) {
        return SourceKey.parse(idAndKey.substring(idAndKey.indexOf(' ') + 1));
    }

    private List<String> files(String... ids) {
        return nights.books()
                .texts("select (to_jsonb(c) - array['version', 'recorded_at', 'valid_from'])::text"
                        + " from mart.child c where child_id in ('" + String.join("', '", ids)
                        + "') order by child_id");
    }
}
