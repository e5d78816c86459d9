package org.childfile.kernel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The divisions of Chongqing down to its townships and streets (1,031 of them), as GB/T 2260 lists them. */
public final class Divisions {

    private static final Divisions CHONGQING = read();

    private final Map<String, Division> byCode;
    private final Map<String, List<Division>> byParent;
    private final Division city;

    private Divisions(Map<String, Division> byCode, Map<String, List<Division>> byParent) {
        this.byCode = byCode;
        this.byParent = byParent;
        this.city = byCode.values().stream()
                .filter(division -> division.level() == Division.Level.PROVINCE)
                .findFirst()
                .orElseThrow();
    }

    /** The one table that the program carries. */
    public static Divisions chongqing() {
        return CHONGQING;
    }

    /** The city itself, which all others are parts of. */
    public Division city() {
        return city;
    }

    /** The division with exactly this code (2, 6 or 9 digits). */
    public Optional<Division> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The deepest known division that a code of up to 12 digits lies in, trying township, district, province. */
    public Optional<Division> containing(String code) {
        for (int length : new int[] {9, 6, 2}) {
            if (code.length() >= length) {
                Division division = byCode.get(code.substring(0, length));
                if (division != null) {
                    return Optional.of(division);
                }
            }
        }
        return Optional.empty();
    }

    /** The divisions right below a code, in the order of their codes; empty where there are none. */
    public List<Division> below(String code) {
        return byParent.getOrDefault(code, List.of());
    }

    public Collection<Division> all() {
        return byCode.values();
    }

    private static Divisions read() {
        Map<String, Division> byCode = new LinkedHashMap<>();
        Map<String, List<Division>> byParent = new HashMap<>();
        for (String line : Resources.lines(Divisions.class, "divisions.csv")) {
            String[] cells = line.split(",", -1);
            Division division = new Division(
                    cells[0], cells[1], Division.Level.valueOf(cells[2].toUpperCase(Locale.ROOT)), cells[3]);
            byCode.put(division.code(), division);
            byParent.computeIfAbsent(division.parent(), parent -> new ArrayList<>())
                    .add(division);
        }
        byParent.replaceAll((parent, list) -> List.copyOf(list));
        return new Divisions(Collections.unmodifiableMap(byCode), Map.copyOf(byParent));
    }
}
