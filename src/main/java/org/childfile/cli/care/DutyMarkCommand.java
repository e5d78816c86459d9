package org.childfile.cli.care;

import java.time.LocalDate;
import org.childfile.care.duties.DutyKind;
import org.childfile.care.duties.DutyMarkStore;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Words;
import org.childfile.cli.terminal.WrongUse;
import picocli.CommandLine.Parameters;

/** What a person says of one duty: the one of a kind whose period a day lies in. */
abstract class DutyMarkCommand extends DutySayingCommand {

    @Parameters(index = "0", paramLabel = "PAIRING", descriptionKey = "duty.pairing")
    private String pairing = "";

    @Parameters(index = "1", paramLabel = "KIND", descriptionKey = "duty.kind")
    private DutyKind kind = DutyKind.VISIT;

    @Parameters(index = "2", paramLabel = "YYYY-MM-DD", descriptionKey = "duty.day")
    private LocalDate day = LocalDate.EPOCH;

    private final boolean excused;

    DutyMarkCommand(Shell shell, boolean excused) {
        super(shell);
        this.excused = excused;
    }

    @Override
    String about() {
        return (excused ? "excused " : "attempted ") + kind + " " + day;
    }

    @Override
    int say(DutyMarkStore marks, String reason, String actor) {
        switch (marks.say(pairing, kind, day, excused, reason, actor)) {
            case DutyMarkStore.Outcome.NoSuchPairing() -> throw WrongUse.of("wrong.pairing-never", pairing);
            case DutyMarkStore.Outcome.NoLedger() -> throw WrongUse.of("wrong.nothing-owed");
            case DutyMarkStore.Outcome.Said(long number, String state) ->
                print(text(
                        state.isEmpty() ? "duty.said-nothing-owed" : "duty.said",
                        String.valueOf(number),
                        new Words(shell().messages()).dutyState(state)));
        }
        return ExitCode.DONE;
    }
}
