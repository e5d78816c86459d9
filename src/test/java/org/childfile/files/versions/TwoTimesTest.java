package org.childfile.files.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random facts, told late, corrected and taken back, against an oracle that goes through all facts for each pair of days. */
class TwoTimesTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 24;
    private static final int NIGHTS = 6;
    private static final int CHILDREN = 24;

    /** Told in a night: from a day on an attribute has a value; null: it has none. */
    private record Fact(
            int night, String attribute, @Nullable String value, int since) {}

    private final Told told = new Told();
    private final Random random = new Random(20261122);

    @Test
    void theFileOfEachDayByWhatWasRecordedInEachNightIsWhatTheFactsSay() {
        List<Child> children = new ArrayList<>();
        for (int i = 0; i < CHILDREN; i++) {
            children.add(new Child("C" + (100 + i)));
        }
        for (int night = 0; night < NIGHTS; night++) {
            for (Child child : children) {
                child.tell(night);
            }
            told.night(day(dayOf(night)));
        }
        List<String> expected = new ArrayList<>();
        for (int night = 0; night < NIGHTS; night++) {
            for (int valid = 0; valid < DAYS; valid++) {
                for (Child child : children) {
                    child.expect(valid, night, expected);
                }
            }
        }

        assertThat(told.opened("""
                select concat_ws(' ', m.night::date, v.day::date, a.child_id, 'insurance_state=' || a.insurance_state,
                    'father_state=' || a.father_state, case when a.on_roster then 'on_roster=true' end)
                from generate_series(date '2026-01-04', date '2026-01-24', interval '4 days') m (night),
                     generate_series(date '2026-01-01', date '2026-01-24', interval '1 day') v (day),
                     lateral mart.child_as_of(v.day::date, m.night + interval '12 hours') a""")).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** The number of the day that a night stands for. */
    private static int dayOf(int night) {
        return 3 + night * 4;
    }

    private static String day(int number) {
        return FIRST.plusDays(number).toString();
    }

    /** A child: what its records say now, and all facts that were ever told of it. */
    private final class Child {
        private final String id;
        private final List<Fact> facts = new ArrayList<>();
        private @Nullable String grade;
        private @Nullable String state;
        private int stateSince;
        private boolean onRoster;
        private int recognised = -1;
        private int left = -1;

        Child(String id) {
            this.id = id;
        }

        void tell(int night) {
            int today = dayOf(night);
            int stamp = random.nextInt(today + 1);
            boolean first = night == 0;
            if (first || random.nextInt(3) == 0) {
                String next = "g" + random.nextInt(5);
                if (!next.equals(grade)) {
                    grade = next;
                    facts.add(new Fact(night, "insurance_state", next, stamp));
                    record("education", stamp, Map.of("insurance_state", "\"" + next + "\""));
                }
            }
            if (first || random.nextInt(3) == 0) {
                parents(night, today, first ? stamp : today);
            }
            if (first || random.nextInt(3) == 0) {
                roster(night, today, first ? stamp : today);
            }
        }

        private void parents(int night, int today, int stamp) {
            int since = random.nextInt(today + 1);
            String next = "s" + random.nextInt(2);
            if (next.equals(state)) {
                correct(night, "father_state", next, stateSince, since);
            } else {
                facts.add(new Fact(night, "father_state", next, since));
            }
            state = next;
            stateSince = since;
            record(
                    "political-legal",
                    stamp,
                    Map.of("father_state", "\"" + next + "\"", "parents_state_since", "\"" + day(since) + "\""));
        }

        private void roster(int night, int today, int stamp) {
            int date = random.nextInt(today + 1);
            boolean same = night > 0 && random.nextInt(3) == 0;
            if (same && (onRoster || left >= 0)) {
                correct(night, "on_roster", onRoster ? "true" : null, onRoster ? recognised : left, date);
            } else {
                onRoster = !onRoster;
                facts.add(new Fact(night, "on_roster", onRoster ? "true" : null, date));
            }
            recognised = onRoster ? date : recognised;
            left = onRoster ? -1 : date;
            Map<String, String> says = new LinkedHashMap<>();
            says.put("recognised_on", "\"" + day(recognised) + "\"");
            if (onRoster) {
                says.put("on_roster", "true");
            } else {
                says.put("left_roster_on", "\"" + day(left) + "\"");
            }
            record("civil-affairs", stamp, says);
        }

        /** The fact holds since another day: on the days between, what had been said of the day before holds again. */
        private void correct(int night, String attribute, @Nullable String value, int was, int since) {
            if (since > was) {
                facts.add(new Fact(night, attribute, value(attribute, was - 1, night - 1), was));
            }
            if (since != was) {
                facts.add(new Fact(night, attribute, value, since));
            }
        }

        private void record(String feed, int stamp, Map<String, String> says) {
            StringBuilder json = new StringBuilder("{\"name\": \"张三\"");
            says.forEach((attribute, value) ->
                    json.append(", \"").append(attribute).append("\": ").append(value));
            told.says(id, feed, id, day(stamp), json.append("}").toString());
        }

        /** The value of an attribute on a day: what the fact that was told last of those that hold by then says. */
        private @Nullable String value(String attribute, int valid, int night) {
            String value = null;
            for (Fact fact : facts) {
                if (fact.attribute().equals(attribute) && fact.night() <= night && fact.since() <= valid) {
                    value = fact.value();
                }
            }
            return value;
        }

        void expect(int valid, int night, List<String> expected) {
            boolean there = facts.stream().anyMatch(fact -> fact.night() <= night && fact.since() <= valid);
            if (there) {
                List<String> words = new ArrayList<>(List.of(day(dayOf(night)), day(valid), id));
                for (String attribute : List.of("insurance_state", "father_state", "on_roster")) {
                    String value = value(attribute, valid, night);
                    if (value != null) {
                        words.add(attribute + "=" + value);
                    }
                }
                expected.add(String.join(" ", words));
            }
        }
    }
}
