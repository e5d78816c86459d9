package org.childfile.cli.review;

import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.files.identity.ReviewQueue;
import org.childfile.files.identity.Verdict.Kind;
import org.childfile.files.identity.Verdicts;
import org.childfile.files.identity.Verdicts.Outcome;
import org.childfile.kernel.SourceKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code childfile review decide}: one verdict, about an entry of the queue or about any two records. */
@Command(name = "decide")
final class ReviewDecideCommand extends VerdictCommand {

    @Parameters(
            arity = "2..3",
            paramLabel = "NUMBER|(FEED:KEY FEED:KEY) same|different",
            hideParamSyntax = true,
            descriptionKey = "review.decide.what")
    private List<String> words = List.of();

    ReviewDecideCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws Exception {
        Kind kind = kind(words.getLast());
        boolean numbered = words.size() == 2;
        if (words.size() > 3 || (numbered && !RecordNames.isNumber(words.getFirst()))) {
            throw WrongUse.of("wrong.decide-what");
        }
        try (Warehouse warehouse = Warehouse.open(shell())) {
            DataSource service = warehouse.service();
            Keyring keys = warehouse.keys();
            List<SourceKey> pair = numbered
                    ? entry(new ReviewQueue(service, keys), words.getFirst())
                    : List.of(RecordNames.parse(words.get(0)), RecordNames.parse(words.get(1)));
            CliDoor.reviewer(warehouse).note("verdict", kind.written());
            Outcome outcome =
                    new Verdicts(service, keys).say(kind, pair.getFirst(), pair.getLast(), actor(), neededReason());
            boolean said = tell(outcome);
            int code = after(warehouse, said);
            return outcome instanceof Outcome.Contradicts ? ExitCode.WRONG_USE : code;
        }
    }

    private static List<SourceKey> entry(ReviewQueue queue, String number) {
        return queue.find(Long.parseLong(number))
                .map(entry -> List.of(entry.a(), entry.b()))
                .orElseThrow(() -> WrongUse.of("wrong.no-pair-waits", number));
    }

    private static Kind kind(String written) {
        for (Kind kind : Kind.values()) {
            if (kind.written().equals(written.toLowerCase(Locale.ROOT))) {
                return kind;
            }
        }
        throw WrongUse.of("wrong.verdict-last");
    }
}
