package org.childfile.cli.run;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.privacy.Masking;
import org.childfile.access.readmodel.AskedReads;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.Row;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.LookingCommand;
import org.childfile.cli.terminal.RevealOptions;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.ingest.landing.Sealing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code childfile quarantine show NUMBER}. */
@Command(name = "show")
final class QuarantineShowCommand extends LookingCommand {

    private static final List<String> SHOWN = List.of(
            "feed", "place", "source_key", "reason", "field", "text", "since", "resolved", "resolution", "resolved_by");

    @Parameters(paramLabel = "NUMBER", descriptionKey = "quarantine.number")
    private long number;

    @Mixin
    private RevealOptions reveal = new RevealOptions();

    QuarantineShowCommand(Shell shell) {
        super(shell);
    }

    @Override
    public CliDoor door() throws SQLException {
        return super.door().under(this, reveal);
    }

    @Override
    public int look(AskedReads reads) throws SQLException {
        Row row = reads.one(ReadQuery.of("quarantine-entry").with("number", number))
                .orElseThrow(() -> WrongUse.of("wrong.no-quarantine", number));
        String field = row.textOrNull("field");
        List<String> named = field == null ? List.of() : List.of(field);
        door().record(
                        "quarantine",
                        persons(reads, row),
                        reveal.reveals() ? List.of("content") : named,
                        "entry " + number + ", " + CliDoor.detail(reveal.reveals()));
        for (String column : SHOWN) {
            boolean key = column.equals("source_key") && !reveal.reveals();
            String value = row.textOrNull(column);
            print("%-12s %s".formatted(column, value == null ? "–" : key ? Masking.text(value) : value));
        }
        if (reveal.reveals()) {
            reveal(row, keys());
        }
        return ExitCode.DONE;
    }

    /** The person that the record belongs to by what was known of it before; none for one that never was linked. */
    private static List<String> persons(AskedReads reads, Row row) {
        return reads
                .rows(ReadQuery.of("record-persons")
                        .with("feed", row.text("feed"))
                        .with("key", row.textOrNull("source_key")))
                .stream()
                .map(person -> person.text("person_id"))
                .toList();
    }

    /** What the masks hide, and the record as it came. */
    private void reveal(Row row, Keyring keys) {
        Sealing sealing = new Sealing(keys);
        long pull = row.number("pull_id");
        int seq = (int) row.number("seq");
        byte[] text = row.bytes("sealed_text");
        byte[] content = row.bytes("content");
        print("");
        String key = row.textOrNull("source_key");
        if (key != null) {
            print("%-12s %s".formatted("source_key", keys.tokens().clear(key)));
        }
        if (text != null) {
            print("%-12s %s".formatted("text", sealing.openText(pull, seq, text)));
        }
        byte[] why = row.bytes("sealed_resolution");
        if (why != null) {
            print("%-12s %s".formatted("why", sealing.openResolution(number, why)));
        }
        if (content != null) {
            byte[] opened = sealing.openContent(pull, seq, content);
            print("");
            print(new String(opened, 0, Math.min(4000, opened.length), StandardCharsets.UTF_8));
        }
    }
}
