package org.childfile.cli.care;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.childfile.care.help.Call;
import org.childfile.care.help.Kind;
import org.childfile.care.help.Wakeups;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.WrongUse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code childfile wakeup call}: calls for help for a child, and sends what follows from it. */
@Command(name = "call")
final class WakeupCallCommand extends WakeupWork {

    @Parameters(index = "0", paramLabel = "CHILD", descriptionKey = "person.id")
    private String child = "";

    @Parameters(index = "1", paramLabel = "KIND", descriptionKey = "wakeup.kind")
    private String kind = "";

    @Option(names = "--words", paramLabel = "TEXT", required = true, descriptionKey = "wakeup.words")
    private String words = "";

    @Option(names = "--photo", paramLabel = "REFERENCE", descriptionKey = "wakeup.photo")
    private @Nullable String photo;

    WakeupCallCommand(Shell shell) {
        super(shell);
    }

    @Override
    String doing() {
        return "call";
    }

    @Override
    int work(Warehouse warehouse, Wakeups wakeups) throws Exception {
        Kind called = Kind.of(kind.toUpperCase(Locale.ROOT))
                .orElseThrow(() -> WrongUse.of("wrong.call-kind", kind, Arrays.toString(Kind.values())));
        String living = wakeups.living(child).orElseThrow(() -> WrongUse.of("wrong.no-child", child));
        CliDoor.operator(warehouse, Warehouse.OPERATIONS).record("wake-up", List.of(living), List.of(), called.name());
        Wakeups.Outcome outcome = wakeups.call(
                new Call(
                        living,
                        null,
                        called,
                        words,
                        Optional.ofNullable(photo),
                        new Call.Origin.Cli(),
                        actor(),
                        Optional.empty(),
                        Instant.now()),
                today());
        return switch (outcome) {
            case Wakeups.Outcome.KeyReused ignored -> throw new IllegalStateException("no key was given");
            case Wakeups.Outcome.Taken taken -> {
                if (!taken.callNow().isEmpty()) {
                    callNow(taken.callNow());
                    print(text("wakeup.taken", taken.wakeup()));
                    yield ExitCode.ATTENTION;
                }
                print(text("wakeup.taken", taken.wakeup()));
                if (called != Kind.ABUSE) {
                    print(text("wakeup.sent", wakeups.sendNow(taken.wakeup())));
                }
                yield ExitCode.DONE;
            }
        };
    }
}
