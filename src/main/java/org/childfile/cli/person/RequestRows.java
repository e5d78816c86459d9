package org.childfile.cli.person;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.childfile.access.readmodel.AskedReads;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.cli.terminal.Messages;

/** What departments were asked because of corrections, for the command line. */
final class RequestRows {

    private final Messages messages;
    private final AskedReads reads;

    RequestRows(Messages messages, AskedReads reads) {
        this.messages = messages;
        this.reads = reads;
    }

    /**
     * One request.
     *
     * @param state in words: how it stands, and of what ended by itself how
     */
    record Request(
            String id,
            String department,
            String state,
            String deadline,
            String sent,
            String receipt,
            String attention) {}

    /** The requests of a correction, department by department. */
    List<Request> of(long correction) {
        return reads.rows(ReadQuery.of("correction-requests").with("correction", correction)).stream()
                .map(row -> new Request(
                        row.text("request_id"),
                        row.text("department"),
                        state(row.text("state"), row.textOrNull("outcome")),
                        row.text("deadline"),
                        row.minute("sent_at", "–"),
                        row.text("receipt", "–"),
                        row.text("attention", "–")))
                .toList();
    }

    /** The same in one cell: {@code education: received}. */
    String cell(long correction) {
        String cell = of(correction).stream()
                .map(row -> row.department() + ": " + row.state())
                .collect(Collectors.joining("; "));
        return cell.isEmpty() ? "–" : cell;
    }

    private String state(String state, @org.jspecify.annotations.Nullable String outcome) {
        String word = outcome == null || outcome.equals("department") ? state : outcome;
        return messages.text("request.state." + word.toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
