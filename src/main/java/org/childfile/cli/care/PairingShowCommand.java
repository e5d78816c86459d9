package org.childfile.cli.care;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.childfile.access.privacy.Masking;
import org.childfile.access.readmodel.AskedReads;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.Row;
import org.childfile.cli.terminal.AskingCommand;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Shown;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.ingest.mapping.CodeList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code childfile pairing show}: one pair, why these two, who supports them, and what was decided. */
@Command(name = "show")
final class PairingShowCommand extends AskingCommand {

    @Parameters(paramLabel = "ID", descriptionKey = "pairing.id")
    private String id = "";

    PairingShowCommand(Shell shell) {
        super(shell);
    }

    @Override
    public int look(AskedReads reads) throws SQLException {
        Row row = reads.one(ReadQuery.of("pairing").with("id", id))
                .orElseThrow(() -> WrongUse.of("wrong.no-pairing", id));
        String child = row.textOrNull("child_id");
        door().record("read pairing", child == null ? List.of() : List.of(child), List.of("kinds"), id);
        print(text(
                "pairing.show",
                id,
                text("pairing.state." + row.text("state")),
                row.text("since"),
                row.text("until", "–")));
        print(text("pairing.show.persons", row.text("child_id", "–"), row.text("volunteer_id", "–")));
        new PairingWhy(shell().messages()).lines(row.text("reasons", "{}")).forEach(this::print);
        Shown masks = new Shown(false);
        part(
                reads,
                "supporters",
                each -> roles(each.text("role")) + " " + masks.value("name", each.text("name")) + " "
                        + each.text("phone"));
        part(reads, "vacancies", each -> roles(each.text("role")));
        part(reads, "problems", each -> each.text("problem") + " " + each.text("detail", ""));
        part(reads, "decisions", each -> each.text("decision") + " " + Masking.text(each.text("reason", "")));
        return ExitCode.DONE;
    }

    private String roles(String codes) {
        Locale locale = shell().messages().bundle().getLocale();
        return Arrays.stream(codes.split(", ", -1))
                .map(code -> CodeList.word("supporter-role", code, locale).orElse(code))
                .collect(Collectors.joining(", "));
    }

    /** A line for each row of a question of the same name, under a title; nothing where there is none. */
    private void part(AskedReads reads, String name, Function<Row, String> line) {
        List<Row> rows = reads.rows(ReadQuery.of("pairing-" + name).with("id", id));
        if (!rows.isEmpty()) {
            print(shell().messages().text("pairing.show." + name));
        }
        rows.forEach(row -> print("  " + line.apply(row)));
    }
}
