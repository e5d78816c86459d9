package org.childfile.cli.access;

import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.childfile.access.compliance.Entry.Said;
import org.childfile.access.compliance.Matter;
import org.childfile.access.compliance.Matters;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Moment;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code childfile breach open}: a breach was noticed; says what must be done by when. */
@Command(name = "open")
final class BreachOpenCommand extends ComplianceCommand {

    @Option(names = "--kind", paramLabel = "KIND", required = true, descriptionKey = "breach.kind")
    private String kind = "";

    @Option(names = "--noticed", paramLabel = "MOMENT", descriptionKey = "breach.noticed")
    private @Nullable String noticed;

    @Option(names = "--what", paramLabel = "TEXT", required = true, descriptionKey = "breach.what")
    private String what = "";

    @Option(names = "--data", paramLabel = "TEXT", required = true, descriptionKey = "breach.data")
    private String data = "";

    @Option(names = "--harm", paramLabel = "TEXT", descriptionKey = "breach.harm")
    private @Nullable String harm;

    @Option(names = "--measures", paramLabel = "TEXT", descriptionKey = "breach.measures")
    private @Nullable String measures;

    @Option(names = "--under-14", paramLabel = "N", descriptionKey = "breach.under-14")
    private @Nullable Integer under14;

    @Option(names = "--others", paramLabel = "N", descriptionKey = "breach.others")
    private @Nullable Integer others;

    BreachOpenCommand(Shell shell) {
        super(shell);
    }

    @Override
    int with(Warehouse warehouse, Matters matters) throws SQLException {
        Instant now = Instant.now();
        Instant at = noticed == null ? now : Moment.parse(noticed);
        Matter matter = written(
                warehouse,
                "open breach",
                matters.openBreach(
                        kind,
                        at == null ? now : at,
                        new Said(
                                shell().operator().recorded(),
                                Optional.empty(),
                                BreachNoteCommand.number(under14, "--under-14"),
                                BreachNoteCommand.number(others, "--others"),
                                null,
                                null,
                                texts())));
        print(text("breach.opened", matter.id()));
        new MatterText(shell().messages(), matters, now).steps(matter).lines().forEach(this::print);
        return ExitCode.DONE;
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>(Map.of(
                "what", needed(what, "--what: say what happened"),
                "data", needed(data, "--data: say which kinds of data it concerns")));
        if (harm != null) {
            texts.put("harm", harm);
        }
        if (measures != null) {
            texts.put("measures", measures);
        }
        return texts;
    }
}
