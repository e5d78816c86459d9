package org.childfile.cli.person;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.childfile.access.erasure.Correction;
import org.childfile.cli.terminal.Engine;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.SubjectCommand;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.Words;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.ingest.mapping.ValueReader.Outcome;
import org.childfile.jobs.FileCorrections;
import org.childfile.jobs.FileCorrections.Proved;
import org.childfile.kernel.Message;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code childfile correct}: what was proved outranks what the feeds say, at once and in every later run. */
@Command(
        name = "correct",
        subcommands = {CorrectListCommand.class, CorrectShowCommand.class, CorrectUndoCommand.class})
public final class CorrectCommand extends SubjectCommand {

    @Parameters(
            arity = "0..3",
            paramLabel = "CHILD ATTRIBUTE VALUE",
            hideParamSyntax = true,
            descriptionKey = "correct.what")
    private List<String> words = List.of();

    @Option(names = "--proof", paramLabel = "TEXT", descriptionKey = "correct.proof")
    private @Nullable String proof;

    @Option(names = "--since", paramLabel = "YYYY-MM-DD", descriptionKey = "correct.since")
    private @Nullable LocalDate since;

    CorrectCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws Exception {
        if (words.size() != 3) {
            throw WrongUse.of("wrong.correct-what");
        }
        if (proof == null || proof.isBlank()) {
            throw WrongUse.of("wrong.correct-proof");
        }
        try (Warehouse warehouse = Warehouse.open(shell())) {
            String person = livingPerson(warehouse, words.getFirst());
            try (Engine engine = Engine.start(warehouse.logins(), workspace())) {
                FileCorrections files = engine.get(FileCorrections.class);
                switch (files.read(person, words.get(1), words.get(2))) {
                    case Outcome.Refused(Message why) -> throw new WrongUse(why);
                    case Outcome.Value value -> {
                        String attribute = value.attribute().name();
                        door(warehouse).record("correct", List.of(person), List.of(attribute), "");
                        Correction said = files.correct(
                                new Proved(person, attribute, value.value(), proof, Optional.ofNullable(since)),
                                actor());
                        print(text(
                                said.state() == Correction.State.SETTLED ? "correct.settled" : "correct.said",
                                String.valueOf(said.number()),
                                new Words(shell().messages()).label(value.attribute()),
                                person));
                        told(warehouse, said.number());
                    }
                }
            }
        }
        return ExitCode.DONE;
    }

    /** Says which departments were told. */
    private void told(Warehouse warehouse, long number) throws SQLException {
        try (Connection connection = warehouse.read()) {
            for (RequestRows.Request each :
                    new RequestRows(shell().messages(), warehouse.reads(connection)).of(number)) {
                say(text("correct.told", each.department(), each.state(), each.deadline(), String.valueOf(number)));
            }
        }
    }
}
