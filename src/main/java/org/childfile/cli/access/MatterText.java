package org.childfile.cli.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.childfile.access.compliance.Entry;
import org.childfile.access.compliance.Matter;
import org.childfile.access.compliance.Matter.Step;
import org.childfile.access.compliance.Matters;
import org.childfile.cli.terminal.Messages;
import org.childfile.cli.terminal.TextTable;
import org.childfile.cli.terminal.Words;

/** A breach or an impact assessment, as the command line tells of it. */
final class MatterText {

    private final Messages messages;
    private final Words words;
    private final Matters matters;
    private final Instant now;

    MatterText(Messages messages, Matters matters, Instant now) {
        this.messages = messages;
        this.words = new Words(messages);
        this.matters = matters;
        this.now = now;
    }

    /** The steps as a table: what, by when, and how it stands. */
    TextTable steps(Matter matter) {
        TextTable table = new TextTable(
                messages.text("matter.step"),
                messages.text("matter.due"),
                messages.text("column.state"),
                messages.text("matter.title"));
        for (Step step : matter.steps()) {
            table.row(
                    step.step(),
                    words.moment(step.dueAt()),
                    state(matter, step),
                    matters.rule(matter, step)
                            .map(rule -> english() ? rule.en() : rule.zh())
                            .orElse(messages.text("matter.review")));
        }
        return table;
    }

    private String state(Matter matter, Step step) {
        return step.doneAt()
                .map(at -> messages.text(
                        "matter.done", words.moment(at), step.doneBy().orElse("")))
                .orElseGet(() -> messages.text(
                        matter.closedAt().isPresent()
                                ? "matter.state.closed"
                                : step.overdue(now) ? "matter.state.overdue" : "matter.state.open"));
    }

    /** Everything that was said, line by line. */
    List<String> entries(Matter matter) {
        List<String> lines = new ArrayList<>();
        for (Entry entry : matter.entries()) {
            lines.add(messages.text(
                    "matter.entry",
                    words.moment(entry.at()),
                    entry.actor(),
                    messages.text("matter.act." + entry.act()),
                    entry.step().map(step -> " (" + step + ")").orElse("")));
            if (entry.under14() != null || entry.others() != null) {
                lines.add("  " + messages.text("matter.persons", shown(entry.under14()), shown(entry.others())));
            }
            if (entry.risk() != null) {
                lines.add("  " + messages.text("matter.risk", messages.text("matter.risk." + entry.risk())));
            }
            new TreeMap<>(entry.texts())
                    .forEach((what, text) -> lines.add("  " + messages.text("matter.text." + what) + " " + text));
        }
        return lines;
    }

    String stands(Matter matter) {
        return messages.text(
                matter.closedAt().isPresent()
                        ? "matter.state.closed"
                        : matter.steps().stream().anyMatch(step -> step.overdue(now))
                                ? "matter.state.overdue"
                                : "matter.state.open");
    }

    private boolean english() {
        return messages.bundle().getLocale().getLanguage().equals("en");
    }

    private static String shown(@org.jspecify.annotations.Nullable Integer number) {
        return number == null ? "–" : number.toString();
    }
}
