package org.childfile.lab.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.childfile.cli.main.CommandLineOfChildfile;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.jobs.TestFiles;
import org.childfile.kernel.Message;
import org.junit.jupiter.api.Test;

class ChaosBenchTest {

    @Test
    void aFaultThatThereIsNotIsAnsweredWithThoseThatThereAre() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        Shell shell = new Shell(
                stream,
                stream,
                false,
                Map.of("CHILDFILE_HOME", TestFiles.temporary("chaos").toString(), "CHILDFILE_LANG", "en"),
                Path.of("."));

        int code = CommandLineOfChildfile.run(shell, "bench", "--chaos", "--faults", "kills,fire");

        assertThat(code).isEqualTo(ExitCode.WRONG_USE);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("there is no fault fire; there are kills, disk-full, memory, clock, network, two-nights,"
                        + " damage, restore, standby, lies");
    }

    @Test
    void whatDiffersIsAnotherOutcome() {
        Message done = Message.of("chaos.two-nights");

        assertThat(Fault.outcome(done, "")).isEqualTo(new Fault.Outcome.Same(done));
        assertThat(Fault.outcome(done, "child: 1 rows")).isEqualTo(new Fault.Outcome.Other(done, "child: 1 rows"));
    }
}
