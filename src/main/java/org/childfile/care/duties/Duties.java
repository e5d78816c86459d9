package org.childfile.care.duties;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The six ones (六个一), as a day sees them.
 *
 * <ol>
 *   <li>Time is cut into the periods of each kind's rhythm. Those are looked at that ended no longer than {@link #KEPT_DAYS}
 *       days before the day, and the running ones.
 *   <li>A period is owed if the pairing is in force on at least half of its days. A class teacher's only where there is one.
 *   <li>It is done with one contact of its kind within it, until the day; else excused or attempted, if a person said so;
 *       else overdue, if the day lies behind its end and its days of grace; else due.
 * </ol>
 */
final class Duties {

    /** For how many days before the day the ledger is kept. */
    static final int KEPT_DAYS = 400;

    private final CareRules rules;
    private final LocalDate day;
    private final Map<Cadence, List<Span>> periods = new EnumMap<>(Cadence.class);

    Duties(CareRules rules, LocalDate day) {
        this.rules = rules;
        this.day = day;
        for (Cadence cadence : Cadence.values()) {
            periods.put(cadence, periods(cadence));
        }
    }

    private List<Span> periods(Cadence cadence) {
        List<Span> spans = new ArrayList<>();
        Span span = cadence.around(oldest());
        while (!span.first().isAfter(day)) {
            spans.add(span);
            span = cadence.around(span.last().plusDays(1));
        }
        return List.copyOf(spans);
    }

    /** The first day that a kept period may end on. */
    LocalDate oldest() {
        return day.minusDays(KEPT_DAYS);
    }

    /** The first day that a kept period may begin on. */
    LocalDate earliest() {
        return periods.values().stream()
                .map(spans -> spans.getFirst().first())
                .min(LocalDate::compareTo)
                .orElse(day);
    }

    /** All that a pair owes. */
    List<Duty> of(Pair pair, Contacts contacts, List<Mark> marks) {
        return of(pair, contacts, marks, turn -> true);
    }

    /** Of what a pair owes that which begins, or becomes overdue, after one day until this one. */
    List<Duty> turnedSince(LocalDate since, Pair pair, Contacts contacts, List<Mark> marks) {
        return of(pair, contacts, marks, turn -> turned(turn, since));
    }

    /** The periods that begin, or become overdue somewhere, after one day until this one; null for none. */
    @Nullable
    Span turnedSince(LocalDate since) {
        Span hull = null;
        for (Map<DutyKind, Rhythm> rhythms : rules.all()) {
            for (Rhythm rhythm : rhythms.values()) {
                for (Span span : periods.getOrDefault(rhythm.cadence(), List.of())) {
                    if (turned(new Turn(span, rhythm), since)) {
                        hull = hull == null ? span : hull.with(span);
                    }
                }
            }
        }
        return hull;
    }

    private record Turn(Span span, Rhythm rhythm) {}

    private boolean turned(Turn turn, LocalDate since) {
        return turn.span().first().isAfter(since)
                || (overdue(turn.span(), turn.rhythm(), day) && !overdue(turn.span(), turn.rhythm(), since));
    }

    private static boolean overdue(Span span, Rhythm rhythm, LocalDate day) {
        return span.last().plusDays(rhythm.graceDays()).isBefore(day);
    }

    private List<Duty> of(Pair pair, Contacts contacts, List<Mark> marks, Predicate<Turn> wanted) {
        List<Duty> owed = new ArrayList<>();
        rules.of(pair.district()).forEach((kind, rhythm) -> {
            if (kind == DutyKind.TEACHER && !pair.teacher()) {
                return;
            }
            for (Span span : periods.getOrDefault(rhythm.cadence(), List.of())) {
                if (pair.owes(span) && wanted.test(new Turn(span, rhythm))) {
                    owed.add(duty(pair, kind, rhythm, span, contacts, marks));
                }
            }
        });
        return owed;
    }

    private Duty duty(Pair pair, DutyKind kind, Rhythm rhythm, Span span, Contacts contacts, List<Mark> marks) {
        LocalDate until = span.last().isAfter(day) ? day : span.last();
        Contacts.Found found = contacts.find(kind, span.first(), until);
        if (found != null) {
            return new Duty(pair.pairingId(), kind, span, DutyState.DONE, found.first(), found.last());
        }
        return new Duty(pair.pairingId(), kind, span, undone(kind, rhythm, span, marks), null, null);
    }

    private DutyState undone(DutyKind kind, Rhythm rhythm, Span span, List<Mark> marks) {
        DutyState state = overdue(span, rhythm, day) ? DutyState.OVERDUE : DutyState.DUE;
        for (Mark mark : marks) {
            if (mark.kind() == kind && span.holds(mark.day()) && state != DutyState.EXCUSED) {
                state = mark.excused() ? DutyState.EXCUSED : DutyState.ATTEMPTED;
            }
        }
        return state;
    }
}
