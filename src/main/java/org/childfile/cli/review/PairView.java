package org.childfile.cli.review;

import java.util.ArrayList;
import java.util.List;
import org.childfile.cli.terminal.Messages;
import org.childfile.cli.terminal.Shown;
import org.childfile.cli.terminal.TextTable;
import org.childfile.cli.terminal.Words;
import org.childfile.files.identity.RecordPair;
import org.childfile.files.identity.SideBySide.Mark;
import org.childfile.files.identity.SideBySide.Row;
import org.jspecify.annotations.Nullable;

/** Two persons side by side in 80 cells: attribute, left, mark, right. */
final class PairView {

    private static final int LABEL = 16;
    private static final int SIDE = 28;

    private final Messages messages;
    private final Words words;
    private final Shown shown;

    PairView(Messages messages, Shown shown) {
        this.messages = messages;
        this.words = new Words(messages);
        this.shown = shown;
    }

    List<String> lines(RecordPair pair) {
        List<String> lines = new ArrayList<>();
        add(lines, messages.text("pair.record"), List.of(shown.key(pair.a())), "", List.of(shown.key(pair.b())));
        String mark = pair.together() ? "=" : "";
        if (pair.left() != null || pair.right() != null) {
            add(lines, messages.text("pair.person"), person(pair.left()), mark, person(pair.right()));
        }
        lines.add("─".repeat(LABEL) + "  " + "─".repeat(SIDE) + "    " + "─".repeat(SIDE));
        for (Row row : pair.values().rows()) {
            String name = row.attribute().name();
            add(
                    lines,
                    words.label(row.attribute()) + (row.doubtful() ? " ?" : ""),
                    row.left().stream().map(value -> shown.value(name, value)).toList(),
                    sign(row.mark()),
                    row.right().stream().map(value -> shown.value(name, value)).toList());
        }
        lines.add(messages.text("pair.marks"));
        return lines;
    }

    private List<String> person(RecordPair.@Nullable Side side) {
        return side == null
                ? List.of(messages.text("pair.unlinked"))
                : List.of(side.personId(), messages.text("pair.records", String.valueOf(side.records())));
    }

    static String sign(Mark mark) {
        return switch (mark) {
            case SAME -> "=";
            case NEAR -> "~";
            case DIFFERENT -> "x";
            case UNKNOWN -> "";
        };
    }

    /** One attribute: what stands first is the record's own value, below it those of the person's other records. */
    private static void add(List<String> lines, String label, List<String> left, String mark, List<String> right) {
        List<String> labels = TextTable.wrapped(label, LABEL);
        List<String> one = wrapped(left);
        List<String> other = wrapped(right);
        int height = Math.max(labels.size(), Math.max(one.size(), other.size()));
        for (int i = 0; i < height; i++) {
            String line = TextTable.padded(at(labels, i), LABEL) + "  " + TextTable.padded(at(one, i), SIDE) + " "
                    + TextTable.padded(i == 0 ? mark : "", 2) + " " + at(other, i);
            lines.add(line.stripTrailing());
        }
    }

    private static List<String> wrapped(List<String> values) {
        return values.stream()
                .flatMap(value -> TextTable.wrapped(value, SIDE).stream())
                .toList();
    }

    private static String at(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index) : "";
    }
}
