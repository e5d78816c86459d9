package org.childfile.api;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.childfile.security.Refusal;
import org.childfile.security.Refused;

/**
 * The parameters of a request's address, each at most once.
 *
 * @param values by name
 */
record Query(Map<String, String> values) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int LONGEST = 200;
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2200, 1, 1);

    Query {
        values = Map.copyOf(values);
    }

    /**
     * @param known the names that the address takes
     * @throws Refused if there is another, or one comes twice, is too long or holds control characters
     */
    static Query of(HttpServletRequest request, String... known) {
        Map<String, String> values = new TreeMap<>();
        request.getParameterMap().forEach((name, given) -> {
            if (!List.of(known).contains(name)) {
                throw new Refused(Refusal.UNKNOWN_PARAMETER, known.length == 0 ? "–" : String.join(", ", known));
            }
            if (given.length != 1 || given[0].length() > LONGEST || !isText(given[0])) {
                throw new Refused(Refusal.INVALID_PARAMETER, name, "1 × ≤ " + LONGEST + " UTF-8");
            }
            values.put(name, given[0]);
        });
        return new Query(values);
    }

    private static boolean isText(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text)
                && text.chars().noneMatch(Character::isISOControl);
    }

    Optional<String> text(String name, Pattern form) {
        Optional<String> value = Optional.ofNullable(values.get(name));
        value.filter(text -> !form.matcher(text).matches()).ifPresent(text -> {
            throw new Refused(Refusal.INVALID_PARAMETER, name, form.pattern());
        });
        return value;
    }

    int number(String name, int least, int most, int usual) {
        String value = values.get(name);
        if (value == null) {
            return usual;
        }
        if (value.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new Refused(Refusal.INVALID_PARAMETER, name, least + " – " + most);
    }

    Optional<LocalDate> day(String name) {
        return Optional.ofNullable(values.get(name)).map(text -> {
            try {
                LocalDate day = LocalDate.parse(text);
                if (day.isBefore(FIRST) || day.isAfter(LAST)) {
                    throw new DateTimeException("out of range");
                }
                return day;
            } catch (DateTimeException e) {
                throw new Refused(Refusal.INVALID_PARAMETER, name, "2026-09-01");
            }
        });
    }

    /** A moment with its offset, or a day, which stands for its end in Asia/Shanghai. */
    Optional<OffsetDateTime> moment(String name) {
        String text = values.get(name);
        if (text == null) {
            return Optional.empty();
        }
        if (text.length() == 10) {
            return day(name)
                    .map(day -> day.plusDays(1)
                            .atStartOfDay(ZONE)
                            .toOffsetDateTime()
                            .minusNanos(1000));
        }
        try {
            OffsetDateTime moment = OffsetDateTime.parse(text);
            if (moment.toLocalDate().isBefore(FIRST) || moment.toLocalDate().isAfter(LAST)) {
                throw new DateTimeException("out of range");
            }
            return Optional.of(moment);
        } catch (DateTimeException e) {
            throw new Refused(Refusal.INVALID_PARAMETER, name, "2026-10-01, 2026-10-01T08:00:00+08:00");
        }
    }
}
