package org.childfile.cli.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.RevealOptions;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Shown;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.files.identity.Explainer;
import org.childfile.files.identity.PersonExplanation;
import org.childfile.files.identity.RecordPair;
import org.childfile.files.identity.ReviewQueue;
import org.childfile.kernel.SourceKey;
import org.childfile.storage.PrivateFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code childfile explain}: why a person is made of its records, or why two records are one person or two. */
@Command(name = "explain")
public final class ExplainCommand extends CommandBase {

    @Parameters(
            arity = "1..2",
            paramLabel = "CHILD|NUMBER|(FEED:KEY FEED:KEY)",
            hideParamSyntax = true,
            descriptionKey = "explain.what")
    private List<String> words = List.of();

    @Option(names = "--json", descriptionKey = "explain.json")
    private boolean json;

    @Option(names = "--html", paramLabel = "FILE", descriptionKey = "explain.html")
    private @Nullable Path html;

    @Mixin
    private RevealOptions reveal = new RevealOptions();

    ExplainCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws Exception {
        if (words.size() > 2) {
            throw WrongUse.of("wrong.explain-what");
        }
        try (Warehouse warehouse = Warehouse.open(shell())) {
            DataSource service = warehouse.service();
            Keyring keyring = warehouse.keys();
            Explainer explainer = new Explainer(service, keyring, shell().models());
            CliDoor door = CliDoor.operator(warehouse, Warehouse.OPERATIONS).under(this, reveal);
            if (words.size() == 1 && !RecordNames.isNumber(words.getFirst())) {
                person(explainer, words.getFirst(), door);
            } else {
                List<SourceKey> keys = words.size() == 2
                        ? words.stream().map(RecordNames::parse).toList()
                        : entry(new ReviewQueue(service, keyring));
                pair(explainer, keys.getFirst(), keys.getLast(), door);
            }
        }
        return ExitCode.DONE;
    }

    private List<SourceKey> entry(ReviewQueue queue) {
        return queue.find(Long.parseLong(words.getFirst()))
                .map(entry -> List.of(entry.a(), entry.b()))
                .orElseThrow(() -> WrongUse.of("wrong.no-waiting-pair", words.getFirst()));
    }

    private void person(Explainer explainer, String id, CliDoor door) throws IOException {
        PersonExplanation person = explainer.person(id).orElseThrow(() -> WrongUse.of("wrong.no-person", id));
        door.record("explain", PairAccess.persons(person), List.of(), CliDoor.detail(reveal.reveals()));
        Shown shown = new Shown(reveal.reveals());
        List<String> lines = new ArrayList<>();
        if (!person.personId().equals(id)) {
            lines.add(text("file.retired", id, person.personId()));
        }
        lines.addAll(new ExplanationText(shell().messages(), shown).lines(person));
        put(lines, new ExplanationJson(shown).of(person), new ExplanationPage(shell().messages(), shown).of(person));
    }

    private void pair(Explainer explainer, SourceKey a, SourceKey b, CliDoor door) throws IOException {
        Shown shown = new Shown(reveal.reveals());
        RecordPair pair =
                explainer.pair(a, b).orElseThrow(() -> WrongUse.of("wrong.no-two-records", shown.key(a), shown.key(b)));
        PairAccess.record(door, "explain", pair, reveal.reveals());
        List<String> lines = new ArrayList<>(new PairView(shell().messages(), shown).lines(pair));
        lines.add("");
        lines.addAll(new ExplanationText(shell().messages(), shown).lines(pair.explanation()));
        lines.add(text(pair.together() ? "explain.together" : "explain.apart"));
        put(lines, new ExplanationJson(shown).of(pair), new ExplanationPage(shell().messages(), shown).of(pair));
    }

    /** The page goes to its file; what is printed is text, or JSON if asked for. */
    private void put(List<String> lines, Map<String, Object> data, String page) throws IOException {
        if (html != null) {
            PrivateFiles.write(html, page);
            shell().err().println(text("explain.written", html.toString()));
        }
        if (json) {
            print(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(data));
        } else if (html == null) {
            lines.forEach(this::print);
        }
    }
}
