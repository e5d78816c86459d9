package org.childfile.cli.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.childfile.access.keys.TestKeys;
import org.childfile.access.privacy.ErasureTree;
import org.childfile.cli.main.CommandRun;
import org.childfile.cli.main.OnSecondNight;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.database.TestServer;
import org.junit.jupiter.api.Test;

class ForgetCommandTest extends OnSecondNight {

    @Test
    void whatWouldGoIsToldFirstAndGoesWhenItIsConfirmed() {
        secondNight();
        String child = texts("select child_id from mart.child where feeds @> '{education}' order by 1 limit 1")
                .getFirst();

        CommandRun plan = childfile("forget", child, "--reason", "purpose-ended");
        assertThat(plan.err()).isEmpty();
        assertThat(plan.exitCode()).isEqualTo(ExitCode.ATTENTION);
        assertThat(plan.out())
                .startsWith("These records of " + child + " would be erased, with every version of the file:\n")
                .contains("  education           1\n")
                .endsWith("Nothing is erased yet. Carry it out with --yes\n");
        assertThat(childfile("child", child).exitCode()).isEqualTo(ExitCode.DONE);

        CommandRun done = childfile("forget", child, "--reason", "purpose-ended", "--by", "wang", "--yes");
        assertThat(done.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(done.out())
                .startsWith(child + " is forgotten: ")
                .contains(" versions are erased (erasure 1).\n")
                .contains("Kept: accesses by id, without values (3), because who was shown what must be proved"
                        + " (Personal Information Protection Law, art. 51, 54)\n")
                .contains("Kept: ids in the history of identities, without values (")
                .endsWith("The keys of what was sealed are destroyed in "
                        + TestKeys.ENVIRONMENT.get(ErasureTree.VARIABLE)
                        + ". Replace every safe copy of that file now: an older one would bring them back.\n");
        assertThat(childfile("child", child).exitCode()).isEqualTo(ExitCode.WRONG_USE);
        CommandRun night = childfile("nightly", "--date", "2025-11-22");
        assertThat(night.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(night.out())
                .contains("~ education: 1 records of forgotten persons came again; nothing of them was kept\n");
        assertThat(childfile("audit", "verify").exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void aReasonThatTheLawDoesNotKnowIsWrongUse() {
        database = TestServer.copy(afterFirstNight);

        assertThat(childfile("forget", "C1", "--reason", "tired", "--yes").err())
                .isEqualTo("Error: --reason: found tired, allowed are purpose-ended, retention-over,"
                        + " consent-withdrawn, unlawful, other-law\n");
        assertThat(childfile("forget", "C1").exitCode()).isEqualTo(ExitCode.WRONG_USE);
    }
}
