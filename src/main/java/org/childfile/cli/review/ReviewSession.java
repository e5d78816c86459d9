package org.childfile.cli.review;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.Messages;
import org.childfile.cli.terminal.Shown;
import org.childfile.cli.terminal.Words;
import org.childfile.files.identity.Explainer;
import org.childfile.files.identity.RecordPair;
import org.childfile.files.identity.ReviewQueue;
import org.childfile.files.identity.ReviewQueue.Entry;
import org.childfile.files.identity.Verdict;
import org.childfile.files.identity.Verdict.Kind;
import org.childfile.files.identity.Verdicts;
import org.childfile.files.identity.Verdicts.Outcome;
import org.jspecify.annotations.Nullable;

/** One sitting of a reviewer: shows pair after pair and takes an answer to each, until the user or the pairs end. */
final class ReviewSession {

    private final VerdictCommand command;
    private final ReviewQueue queue;
    private final Verdicts verdicts;
    private final Explainer explainer;
    private final PairView view;
    private final ExplanationText evidence;
    private final Words words;
    private final BufferedReader typed;
    private final CliDoor door;
    private final boolean reveal;
    /** Whether the user wants no more, or types no more. */
    private boolean ended;

    ReviewSession(VerdictCommand command, DataSource service, Keyring keys, Shown shown, CliDoor door) {
        this.door = door;
        this.reveal = shown.reveal();
        this.command = command;
        this.queue = new ReviewQueue(service, keys);
        this.verdicts = new Verdicts(service, keys);
        this.explainer = new Explainer(service, keys, command.shell().models());
        Messages messages = command.shell().messages();
        this.view = new PairView(messages, shown);
        this.evidence = new ExplanationText(messages, shown);
        this.words = new Words(messages);
        this.typed = new BufferedReader(new InputStreamReader(command.shell().in(), StandardCharsets.UTF_8));
    }

    /** Asks about what waits, and whether what was said on other data still holds; whether a verdict was said or undone. */
    boolean run(int limit) {
        List<Entry> entries = queue.list(limit);
        List<Verdict> changed = entries.size() < limit ? verdicts.changed(limit - entries.size()) : List.of();
        if (entries.isEmpty() && changed.isEmpty()) {
            command.print(command.text("review.empty"));
            return false;
        }
        boolean decided = waiting(entries);
        for (int at = 0; at < changed.size() && !ended; at++) {
            decided |= again(changed.get(at));
        }
        command.print(command.text("review.left", queue.waiting()));
        return decided;
    }

    private boolean waiting(List<Entry> entries) {
        Deque<Verdict> said = new ArrayDeque<>();
        Deque<Integer> places = new ArrayDeque<>();
        boolean decided = false;
        for (int at = 0; at < entries.size(); ) {
            Entry entry = entries.get(at);
            show(entry, at + 1, entries.size());
            String answer = ask("review.ask", "y", "n", "s", "u", "q");
            if (answer.equals("q")) {
                ended = true;
                break;
            }
            if (answer.equals("u")) {
                if (said.isEmpty()) {
                    command.print(command.text("review.nothing-to-undo"));
                } else {
                    Verdict last = said.pop();
                    verdicts.undo(last.number(), command.actor(), command.text("review.undone-at-once"));
                    command.print(command.text("review.undone", String.valueOf(last.number())));
                    at = places.pop();
                }
                continue;
            }
            if (!answer.equals("s")) {
                @Nullable String reason = reason();
                if (reason == null) {
                    command.print(command.text("review.no-reason"));
                    ended = true;
                    break;
                }
                Outcome outcome = verdicts.say(kind(answer), entry.a(), entry.b(), command.actor(), reason);
                decided |= command.tell(outcome);
                if (outcome instanceof Outcome.Said(Verdict verdict)) {
                    said.push(verdict);
                    places.push(at);
                }
            }
            at++;
        }
        return decided;
    }

    /** Shows what a verdict is about as it is now, and asks whether it holds; whether something was said. */
    private boolean again(Verdict verdict) {
        RecordPair pair = explainer.pair(verdict.a(), verdict.b()).orElse(null);
        if (pair == null) {
            return false;
        }
        PairAccess.record(door, "review", pair, reveal);
        command.print("");
        command.say(command.text("review.again", words.verdict(verdict)));
        show(pair);
        String answer = ask("review.again.ask", "y", "n", "s", "q");
        ended = answer.equals("q");
        if (ended || answer.equals("s")) {
            return false;
        }
        @Nullable String reason = reason();
        if (reason == null) {
            command.print(command.text("review.no-reason"));
            ended = true;
            return false;
        }
        Optional<Verdict> said = verdicts.sayAgain(verdict, kind(answer), command.actor(), reason);
        said.ifPresent(now -> command.print(
                command.text("review.said-again", String.valueOf(now.number()), String.valueOf(verdict.number()))));
        return said.isPresent();
    }

    /** Asks a second reviewer about pairs that others decided, without telling what they said. */
    void second(int limit) {
        List<Verdict> pairs = verdicts.toSecond(command.actor(), limit);
        if (pairs.isEmpty()) {
            command.print(command.text("review.second.none"));
        }
        for (Verdict verdict : pairs) {
            RecordPair pair = explainer.blind(verdict.a(), verdict.b()).orElse(null);
            if (pair == null) {
                continue;
            }
            PairAccess.record(door, "second opinion", pair, reveal);
            command.print(command.text("review.second.title"));
            show(pair);
            String answer = ask("review.second.ask", "y", "n", "s", "q");
            @Nullable String reason = answer.equals("y") || answer.equals("n") ? reason() : null;
            if (answer.equals("q") || (reason == null && !answer.equals("s"))) {
                return;
            }
            if (reason != null && verdicts.second(verdict.number(), kind(answer), command.actor(), reason)) {
                command.print(command.text("review.second.kept"));
            }
        }
    }

    private void show(Entry entry, int number, int of) {
        Optional<RecordPair> shown = explainer.pair(entry.a(), entry.b());
        shown.ifPresent(pair -> PairAccess.record(door, "review", pair, reveal));
        command.print("");
        command.print(command.text(
                "review.title",
                number,
                of,
                String.valueOf(entry.number()),
                words.reason(entry.reason()),
                String.format(Locale.ROOT, "%.1f", entry.worth())));
        shown.ifPresent(this::show);
        if (entry.conflict()) {
            command.print(command.text("review.conflict"));
        }
    }

    private void show(RecordPair pair) {
        view.lines(pair).forEach(command::print);
        command.print("");
        evidence.lines(pair.explanation()).forEach(command::print);
    }

    private static Kind kind(String answer) {
        return answer.equals("y") ? Kind.SAME : Kind.DIFFERENT;
    }

    /** The first letter of what the user types, asked until it is one of those; {@code q} when nobody types any more. */
    private String ask(String question, String... answers) {
        while (true) {
            String line = read(command.text(question));
            if (line == null) {
                return "q";
            }
            String letter = line.strip().toLowerCase(Locale.ROOT);
            if (List.of(answers).contains(letter)) {
                return letter;
            }
            command.print(command.text("review.no-answer", line.strip(), String.join(", ", answers)));
        }
    }

    /** The reason of the option, else what the user types; null when nobody types any more. */
    private @Nullable String reason() {
        String given = command.reason();
        while (given == null || given.isBlank()) {
            given = read(command.text("review.why"));
            if (given == null) {
                return null;
            }
        }
        return given.strip();
    }

    /** A line that the user types; null when nobody types any more. */
    private @Nullable String read(String prompt) {
        command.shell().out().print(prompt + " ");
        command.shell().out().flush();
        try {
            String line = typed.readLine();
            if (line == null) {
                command.print("");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
