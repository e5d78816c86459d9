package org.childfile.cli.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.Engine;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.RunningCommand;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.SubjectCommand;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.files.digitalfile.Finding;
import org.childfile.files.digitalfile.Findings.Said;
import org.childfile.jobs.FieldFindings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command by which a person says what was found at the door of a hidden child. */
abstract class FindingCommand extends RunningCommand {

    private final Finding.Result result;

    @Parameters(paramLabel = "CHILD", descriptionKey = "hidden.child")
    private String child = "";

    @Option(names = "--rule", paramLabel = "KIND", descriptionKey = "hidden.rule")
    private @Nullable String rule;

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "hidden.reason")
    private @Nullable String reason;

    @Option(names = "--actor", paramLabel = "NAME", descriptionKey = "option.actor")
    private @Nullable String actor;

    @Option(names = "--on", paramLabel = "YYYY-MM-DD", descriptionKey = "hidden.on")
    private @Nullable LocalDate on;

    FindingCommand(Shell shell, Finding.Result result) {
        super(shell);
        this.result = result;
    }

    @Override
    public Integer call() throws Exception {
        if (reason == null || reason.isBlank()) {
            throw WrongUse.of("wrong.finding-reason");
        }
        LocalDate day = on == null ? today() : on;
        if (day.isAfter(today())) {
            throw WrongUse.of("wrong.finding-future", day);
        }
        String by = decidedBy(actor);
        try (Warehouse warehouse = Warehouse.open(shell())) {
            String person = SubjectCommand.livingPerson(warehouse, child);
            try (Engine engine = Engine.start(warehouse.logins(), workspace())) {
                CliDoor.operator(warehouse, Warehouse.OPERATIONS)
                        .record("finding", List.of(person), List.of("kinds"), result.written());
                List<Finding> said = engine.get(FieldFindings.class)
                        .say(new Said(person, Optional.ofNullable(rule), result, day, reason, by));
                if (said.isEmpty()) {
                    throw rule == null
                            ? WrongUse.of("wrong.not-hidden", person)
                            : WrongUse.of("wrong.not-hidden-by", person, rule);
                }
                said.forEach(finding -> print(text(
                        "hidden.said",
                        String.valueOf(finding.number()),
                        person,
                        finding.rule(),
                        text("hidden.result." + result.written()))));
            }
        }
        return ExitCode.DONE;
    }
}
