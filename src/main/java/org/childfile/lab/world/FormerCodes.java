package org.childfile.lab.world;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Under which code a district gave its id numbers at a time: a number keeps the code of its day. */
public final class FormerCodes {

    private record Former(LocalDate until, String code) {}

    private static final Map<String, List<Former>> BY_CURRENT = new HashMap<>(Tables.rows("former-codes.csv").stream()
            .collect(Collectors.groupingBy(
                    List::getFirst,
                    Collectors.mapping(
                            row -> new Former(LocalDate.parse(row.get(1)), row.get(2)), Collectors.toList()))));

    private FormerCodes() {}

    public static String at(String current, LocalDate day) {
        for (Former former : BY_CURRENT.getOrDefault(current, List.of())) {
            if (day.isBefore(former.until())) {
                return former.code();
            }
        }
        return current;
    }
}
