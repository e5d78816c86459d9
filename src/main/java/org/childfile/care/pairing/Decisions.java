package org.childfile.care.pairing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;
import org.childfile.care.pairing.DecisionStore.Question;
import org.childfile.care.pairing.DecisionStore.Standing;
import org.jspecify.annotations.Nullable;

/** What persons decide about pairings. Each is one transaction, and is kept on record with who said it and why. */
public final class Decisions {

    private static final Map<String, String> OBSTACLES = Map.ofEntries(
            Map.entry("no-such-child", "there is no child %1$s. Look for one: childfile child --name NAME"),
            Map.entry(
                    "no-such-volunteer",
                    "there is no caring mother %2$s. Look for one: childfile volunteer --name NAME"),
            Map.entry("grown-up", "the child %1$s is 18 or older"),
            Map.entry("left-post", "the caring mother %2$s is not in post"),
            Map.entry("mother-under-18", "the caring mother %2$s is under 18"),
            Map.entry(
                    "unchecked",
                    "no check of the caring mother %2$s for criminal records is on file. When it is done, enter its day:"
                            + " childfile correct %2$s background_check_on YYYY-MM-DD --proof TEXT"),
            Map.entry(
                    "check-lapsed",
                    "the check of the caring mother %2$s for criminal records is too old. When it is done anew, enter its"
                            + " day: childfile correct %2$s background_check_on YYYY-MM-DD --proof TEXT"),
            Map.entry("party", "the caring mother %2$s is a party to the case of the child %1$s"),
            Map.entry(
                    "covered", "the child %1$s has a caring mother. End that pairing first: childfile pairing end ID"),
            Map.entry("no-place", "the caring mother %2$s has as many children as she can take"));

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
        record Refused(String why) implements Outcome {}
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
                        .<Outcome>map(Outcome.Refused::new)
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
                return new Outcome.Refused(id + " began on " + standing.since() + ": it cannot end before");
            }
            String state = said.day().isAfter(today) ? standing.state() : "ended";
            store.change(id, state, standing.since(), said.day());
            store.note(standing, "end", Side.OPERATOR, said);
            return new Outcome.Done(id, standing.childId());
        });
    }

    /** Makes a confirmed pair of two whom nobody proposed. */
    public Outcome add(String child, String volunteer, Said said) {
        return decided(() -> obstacle(child, volunteer, said.day())
                .<Outcome>map(Outcome.Refused::new)
                .orElseGet(() -> {
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
                return new Outcome.Refused("no question " + number + " waits. List them: childfile pairing questions");
            }
            for (String kept : keep) {
                if (!question.about().contains(kept)) {
                    return new Outcome.Refused("question " + number + " is not about " + kept + ", but about "
                            + String.join(", ", question.about()));
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

    private Optional<String> obstacle(String child, String volunteer, LocalDate day) {
        return store.obstacle(child, volunteer, day)
                .map(code -> OBSTACLES.getOrDefault(code, code).formatted(child, volunteer));
    }

    private interface Deciding {
        Outcome on(Standing standing);
    }

    private Outcome with(String id, String wanted, Deciding deciding) {
        return decided(() -> {
            Standing standing = store.find(id).orElse(null);
            if (standing == null) {
                return new Outcome.Refused("there is no pairing " + id + ". List them: childfile pairing list");
            }
            boolean fits = wanted.equals("proposed")
                    ? standing.state().equals("proposed")
                    : standing.state().equals("active") || standing.state().equals("confirmed");
            return fits
                    ? deciding.on(standing)
                    : new Outcome.Refused(id + " is " + standing.state() + ", not " + wanted
                            + ". See it: childfile pairing show " + id);
        });
    }

    private Outcome decided(java.util.function.Supplier<Outcome> work) {
        return store.alone(work);
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
