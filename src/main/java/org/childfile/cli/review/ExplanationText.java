package org.childfile.cli.review;

import java.util.ArrayList;
import java.util.List;
import org.childfile.cli.terminal.Messages;
import org.childfile.cli.terminal.Shown;
import org.childfile.cli.terminal.TextTable;
import org.childfile.cli.terminal.Words;
import org.childfile.files.identity.Explanation;
import org.childfile.files.identity.Explanation.Contribution;
import org.childfile.files.identity.PersonExplanation;
import org.childfile.files.identity.PersonExplanation.Held;
import org.childfile.files.identity.PersonExplanation.NearMiss;

/** Explanations as lines of at most 80 cells. */
final class ExplanationText {

    private static final int COLUMNS = 80;
    private static final String INDENT = "    ";

    private final Messages messages;
    private final Words words;
    private final Shown shown;

    ExplanationText(Messages messages, Shown shown) {
        this.messages = messages;
        this.words = new Words(messages);
        this.shown = shown;
    }

    /** Prior, each comparison with its bits and the sum so far, the thresholds, and what follows. */
    List<String> lines(Explanation explanation) {
        TextTable table = new TextTable(
                messages.text("column.comparison"),
                messages.text("column.level"),
                messages.text("column.bits") + ">",
                messages.text("column.sum") + ">");
        double sum = explanation.prior();
        table.row(words.comparison("prior"), "", Words.bits(sum), Words.bits(sum));
        for (Contribution part : explanation.contributions()) {
            sum += part.bits();
            table.row(
                    words.comparison(part.comparison()),
                    words.level(part.level()),
                    Words.bits(part.bits()),
                    Words.bits(sum));
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.add(messages.text(
                "explain.thresholds",
                Words.bits(explanation.total()),
                Words.bits(explanation.join()),
                Words.bits(explanation.review())));
        if (!explanation.veto().isEmpty()) {
            lines.add(messages.text("explain.veto", words.veto(explanation.veto())));
        }
        if (explanation.verdict() != null) {
            lines.addAll(TextTable.wrapped(words.verdict(explanation.verdict()), COLUMNS));
        }
        lines.add(messages.text("explain.outcome", words.outcome(explanation.outcome())));
        return lines;
    }

    /** A person: each record with what holds it, and the persons that it comes near to. */
    List<String> lines(PersonExplanation person) {
        List<String> lines = new ArrayList<>();
        lines.add(messages.text(
                "explain.person",
                person.personId(),
                String.valueOf(person.records().size())));
        lines.add("");
        for (Held held : person.records()) {
            lines.add(shown.key(held.record()));
            if (held.by().equals(held.record())) {
                lines.add(INDENT + messages.text("explain.alone"));
            } else {
                lines.add(INDENT
                        + messages.text(
                                "explain.held",
                                shown.key(held.by()),
                                Words.bits(held.explanation().total())));
                evidence(held.explanation(), lines);
            }
        }
        lines.add("");
        lines.add(messages.text(person.nearMisses().isEmpty() ? "explain.no-near" : "explain.near"));
        for (NearMiss near : person.nearMisses()) {
            lines.add(shown.key(near.record()) + "  ↔  " + shown.key(near.other()));
            lines.add(INDENT
                    + messages.text(
                            "explain.other",
                            near.otherPerson(),
                            Words.bits(near.explanation().total())));
            evidence(near.explanation(), lines);
        }
        return lines;
    }

    private void evidence(Explanation explanation, List<String> lines) {
        TextTable.wrapped(summary(explanation), COLUMNS - INDENT.length()).forEach(line -> lines.add(INDENT + line));
        if (explanation.verdict() != null) {
            TextTable.wrapped(words.verdict(explanation.verdict()), COLUMNS - INDENT.length())
                    .forEach(line -> lines.add(INDENT + line));
        }
        if (!explanation.veto().isEmpty()) {
            lines.add(INDENT + messages.text("explain.veto", words.veto(explanation.veto())));
        }
    }

    /** The evidence in one line, the strongest first. */
    private String summary(Explanation explanation) {
        return explanation.contributions().stream()
                .sorted((a, b) -> Double.compare(Math.abs(b.bits()), Math.abs(a.bits())))
                .map(part -> words.comparison(part.comparison()) + " " + words.level(part.level()) + " "
                        + Words.bits(part.bits()))
                .reduce((a, b) -> a + " · " + b)
                .orElse("");
    }
}
