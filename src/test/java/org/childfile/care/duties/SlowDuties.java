package org.childfile.care.duties;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The six ones by the letter of the rule, day by day: every day gets the name of its period, and days of one name are one
 * period. Shares no code with the program.
 */
final class SlowDuties {

    static final List<String> KINDS = List.of("VISIT", "TALK", "GUARDIAN", "TEACHER", "ACTIVITY", "FESTIVAL");

    private SlowDuties() {}

    record SlowPair(String id, LocalDate since, @Nullable LocalDate until, boolean teacher) {}

    record Record(String pair, String kind, Instant at) {
        LocalDate day() {
            return at.atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
        }
    }

    record SlowMark(String pair, String kind, LocalDate day, String mark) {}

    /** {@code pair kind start end state first last}, for every period that ended no more than 400 days before the day. */
    static List<String> of(SlowPair pair, List<Record> records, List<SlowMark> marks, LocalDate today) {
        List<String> rows = new ArrayList<>();
        for (String kind : KINDS) {
            if (kind.equals("TEACHER") && !pair.teacher()) {
                continue;
            }
            Map<String, List<LocalDate>> periods = new LinkedHashMap<>();
            for (LocalDate day = today.minusDays(800); !day.isAfter(today.plusDays(400)); day = day.plusDays(1)) {
                periods.computeIfAbsent(period(kind, day), name -> new ArrayList<>())
                        .add(day);
            }
            for (List<LocalDate> days : periods.values()) {
                if (days.getFirst().equals(today.minusDays(800))
                        || days.getLast().isBefore(today.minusDays(400))
                        || days.getFirst().isAfter(today)) {
                    continue;
                }
                long inForce = days.stream()
                        .filter(day ->
                                !day.isBefore(pair.since()) && (pair.until() == null || !day.isAfter(pair.until())))
                        .count();
                if (inForce < days.size() / 2.0) {
                    continue;
                }
                rows.add(row(pair, kind, days, records, marks, today));
            }
        }
        return rows;
    }

    private static String row(
            SlowPair pair,
            String kind,
            List<LocalDate> days,
            List<Record> records,
            List<SlowMark> marks,
            LocalDate today) {
        List<Instant> done = records.stream()
                .filter(record -> record.pair().equals(pair.id())
                        && record.kind().equals(kind)
                        && days.contains(record.day())
                        && !record.day().isAfter(today))
                .map(Record::at)
                .sorted()
                .toList();
        List<String> said = marks.stream()
                .filter(mark -> mark.pair().equals(pair.id()) && mark.kind().equals(kind) && days.contains(mark.day()))
                .map(SlowMark::mark)
                .toList();
        String state;
        if (!done.isEmpty()) {
            state = "done";
        } else if (said.contains("excused")) {
            state = "excused";
        } else if (said.contains("attempted")) {
            state = "attempted";
        } else if (days.getLast().isBefore(today)) {
            state = "overdue";
        } else {
            state = "due";
        }
        return String.join(
                " ",
                pair.id(),
                kind,
                days.getFirst().toString(),
                days.getLast().toString(),
                state,
                done.isEmpty() ? "-" : done.getFirst().toString(),
                done.isEmpty() ? "-" : done.getLast().toString());
    }

    private static String period(String kind, LocalDate day) {
        int month = day.getMonthValue();
        int year = day.getYear();
        return switch (kind) {
            case "VISIT" -> day.get(IsoFields.WEEK_BASED_YEAR) + "W" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case "TALK" -> year + "-" + month + (day.getDayOfMonth() <= 15 ? "a" : "b");
            case "GUARDIAN" -> year + "-" + month;
            case "TEACHER" -> year + "Q" + day.get(IsoFields.QUARTER_OF_YEAR);
            case "ACTIVITY" -> term(year, month * 100 + day.getDayOfMonth());
            default -> String.valueOf(year);
        };
    }

    private static String term(int year, int monthAndDay) {
        if (monthAndDay < 216) {
            return year - 1 + " autumn";
        }
        return monthAndDay < 816 ? year + " spring" : year + " autumn";
    }
}
