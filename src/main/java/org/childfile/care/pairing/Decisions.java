package org.childfile.care.pairing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;
import org.childfile.care.pairing.DecisionStore.Question;
import org.childfile.care.pairing.DecisionStore.Standing;
import org.childfile.kernel.Message;
import org.jspecify.annotations.Nullable;

/** What persons decide about pairings. Each is one transaction, and is kept on record with who said it and why. */
public final class Decisions {

    private final DecisionStore store;

    public Decisions(DataSource dataSource, Keyring keys) {
        this.store = new DecisionStore(dataSource, keys);
    }

    /** Who did not want a pair. */
    public enum Side {
        MOTHER,
        FAMILY,
        OPERATOR;

        public String written() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Who decides, why, and from which day on it holds; of an end the last day in force. */
    public record Said(String actor, @Nullable String reason, LocalDate day) {}

    /** What became of it. */
    public sealed interface Outcome {
        /** What it was about, and a child that it was about. */
        record Done(List<String> pairings, List<String> calls, String childId) implements Outcome {
            public Done {
                pairings = List.copyOf(pairings);
                calls = List.copyOf(calls);
            }

            public Done(String pairing, String childId) {
                this(List.of(pairing), List.of(), childId);
            }

            /** The ids of all that it was about. */
            public List<String> about() {
                return Stream.concat(pairings.stream(), calls.stream()).toList();
            }
        }

        /** Nothing was changed; why, and how to mend it. */
        record Refused(Message why) implements Outcome {}
    }

    /** Makes calls for help anew, for another child. */
    public interface Calls {
        /**
         * Ends a call and makes the same one for another child; done before, it changes nothing.
         *
         * @param reason why, in words of whoever decides
         */
        void anew(String call, String child, String actor, String reason);
    }

    /** Confirms a proposal. */
    public Outcome confirm(String id, Said said) {
        return with(
                id,
                "proposed",
                standing -> obstacle(standing.childId(), standing.volunteerId(), said.day())
                        .orElseGet(() -> {
                            store.change(id, "confirmed", said.day(), null);
                            store.note(standing, "confirm", Side.OPERATOR, said);
                            store.cover(standing.childId());
                            return new Outcome.Done(id, standing.childId());
                        }));
    }

    /** Rejects a proposal: these two are never proposed again. */
    public Outcome reject(String id, Side side, Said said) {
        return with(id, "proposed", standing -> {
            store.change(id, "rejected", standing.since(), later(standing.since(), said.day()));
            store.note(standing, "reject", side, said);
            return new Outcome.Done(id, standing.childId());
        });
    }

    /** Ends a pairing that is in force; also one that the federation goes on to list. */
    public Outcome end(String id, LocalDate today, Said said) {
        return with(id, "in force", standing -> {
            if (said.day().isBefore(standing.since())) {
                return refused("began-later", id, standing.since());
            }
            String state = said.day().isAfter(today) ? standing.state() : "ended";
            store.change(id, state, standing.since(), said.day());
            store.note(standing, "end", Side.OPERATOR, said);
            return new Outcome.Done(id, standing.childId());
        });
    }

    /** Makes a confirmed pair of two whom nobody proposed. */
    public Outcome add(String child, String volunteer, Said said) {
        return decided(() -> obstacle(child, volunteer, said.day()).orElseGet(() -> {
            Standing standing = store.add(child, volunteer, said.day());
            store.note(standing, "add", Side.OPERATOR, said);
            store.cover(child);
            return new Outcome.Done(standing.pairingId(), child);
        }));
    }

    /**
     * Says what becomes of the pairings and the calls for help of persons who turned out to be others.
     *
     * @param keep the pairings and calls that stay as they are; the others follow, end or are made anew as it was proposed. Where
     *     persons turned out to be one, pairings that are named here stay instead of those of which that was proposed
     */
    public Outcome resolve(long number, Set<String> keep, Said said, Calls calls) {
        return decided(() -> {
            Question question = store.question(number).orElse(null);
            if (question == null) {
                return refused("no-question", number);
            }
            for (String kept : keep) {
                if (!question.about().contains(kept)) {
                    return refused("not-about", number, kept, String.join(", ", question.about()));
                }
            }
            question.anew().forEach((call, child) -> {
                if (!keep.contains(call)) {
                    calls.anew(call, child, said.actor(), String.valueOf(said.reason()));
                }
            });
            Set<String> stay = question.pairings().stream().anyMatch(keep::contains) || !question.joined()
                    ? keep
                    : question.stay();
            question.pairings().forEach(pairing -> settle(question, pairing, stay.contains(pairing), said));
            store.resolved(number, question.persons(), said);
            return new Outcome.Done(
                    question.pairings(), question.calls(), question.persons().getFirst());
        });
    }

    private void settle(Question question, String pairing, boolean kept, Said said) {
        Standing standing = store.find(pairing).orElseThrow();
        String target = question.follow().get(pairing);
        if (kept || (target == null && !question.joined())) {
            store.note(standing, "keep", Side.OPERATOR, said);
        } else if (target != null) {
            store.goOver(pairing, target);
            store.note(store.find(pairing).orElseThrow(), "follow", Side.OPERATOR, said);
        } else {
            store.change(pairing, "ended", standing.since(), later(standing.since(), said.day()));
            store.note(standing, "end", Side.OPERATOR, said);
        }
    }

    private Optional<Outcome> obstacle(String child, String volunteer, LocalDate day) {
        return store.obstacle(child, volunteer, day).map(code -> refused(code, child, volunteer));
    }

    private static Outcome refused(String code, Object... about) {
        return new Outcome.Refused(Message.of("pairing.refused." + code, about));
    }

    private interface Deciding {
        Outcome on(Standing standing);
    }

    private Outcome with(String id, String wanted, Deciding deciding) {
        return decided(() -> {
            Standing standing = store.find(id).orElse(null);
            if (standing == null) {
                return new Outcome.Refused(Message.of("wrong.no-pairing", id));
            }
            boolean fits = wanted.equals("proposed")
                    ? standing.state().equals("proposed")
                    : standing.state().equals("active") || standing.state().equals("confirmed");
            return fits
                    ? deciding.on(standing)
                    : refused(
                            wanted.equals("proposed") ? "not-proposed" : "not-in-force",
                            id,
                            Message.of("pairing.state." + standing.state()));
        });
    }

    private Outcome decided(java.util.function.Supplier<Outcome> work) {
        return store.alone(work);
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
