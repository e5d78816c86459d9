package org.childfile.lab.world;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.childfile.kernel.Sex;

/** Makes names as common as they are: surnames by their share, given names by sex and generation. */
public final class Names {

    /** Whose fashion of given names. */
    public enum Generation {
        CHILD,
        PARENT,
        GRANDPARENT
    }

    private static final List<String> COUNTY_SURNAMES =
            List.of("冉", "田", "向", "彭", "覃", "谭", "秦", "马", "石", "白", "杨", "龙", "麻", "廖");
    private static final Weighted<String> SURNAMES = surnames();
    private static final Map<Generation, Map<Sex, Weighted<String>>> CHARACTERS = characters();
    private static final Map<Sex, Weighted<String>> POPULAR = popular();
    private static final Map<String, List<String>> PARTS = Tables.rows("name-parts.csv").stream()
            .collect(Collectors.groupingBy(
                    List::getFirst, Collectors.mapping(row -> row.get(1), Collectors.toUnmodifiableList())));

    private Names() {}

    /** A surname; in the Tujia and Miao counties often one of theirs. */
    public static String surname(Rng rng, boolean county) {
        return county && rng.chance(0.35) ? rng.pick(COUNTY_SURNAMES) : SURNAMES.pick(rng);
    }

    public static String given(Rng rng, Sex sex, Generation generation) {
        if (generation == Generation.CHILD && rng.chance(0.35)) {
            return of(POPULAR, sex).pick(rng);
        }
        String first = character(rng, sex, generation);
        return rng.chance(0.15) ? first : first + character(rng, sex, generation);
    }

    /** A given name of two characters that begins with the first one of a brother's or sister's. */
    static String sharing(Rng rng, Sex sex, String sibling) {
        String shared = sibling.substring(0, 1);
        String own = character(rng, sex, Generation.CHILD);
        for (int i = 0; i < 9 && (own.equals(shared) || sibling.endsWith(own)); i++) {
            own = character(rng, sex, Generation.CHILD);
        }
        return shared + own;
    }

    public static String part(Rng rng, String kind) {
        return rng.pick(PARTS.getOrDefault(kind, List.of()));
    }

    private static String character(Rng rng, Sex sex, Generation generation) {
        return of(CHARACTERS.getOrDefault(generation, Map.of()), sex).pick(rng);
    }

    private static Weighted<String> of(Map<Sex, Weighted<String>> bySex, Sex sex) {
        Weighted<String> names = bySex.get(sex);
        if (names == null) {
            throw new IllegalArgumentException("no given names for sex " + sex);
        }
        return names;
    }

    private static Weighted<String> surnames() {
        Weighted.Builder<String> builder = new Weighted.Builder<>();
        Tables.rows("surnames.csv").forEach(row -> builder.add(row.getFirst(), Double.parseDouble(row.get(2))));
        return builder.build();
    }

    private static Map<Generation, Map<Sex, Weighted<String>>> characters() {
        Map<Generation, Map<Sex, Weighted<String>>> all = new EnumMap<>(Generation.class);
        for (Generation generation : Generation.values()) {
            String word = generation.name().toLowerCase(java.util.Locale.ROOT);
            List<List<String>> rows = Tables.rows("given-characters.csv").stream()
                    .filter(row -> row.get(2).equals(word))
                    .toList();
            all.put(generation, bySex(rows, row -> row.get(1), row -> row.get(3)));
        }
        return all;
    }

    private static Map<Sex, Weighted<String>> popular() {
        return bySex(Tables.rows("given-names.csv"), row -> row.get(1), row -> row.get(2));
    }

    private static Map<Sex, Weighted<String>> bySex(
            List<List<String>> rows, Function<List<String>, String> sex, Function<List<String>, String> weight) {
        Map<Sex, Weighted.Builder<String>> builders = new HashMap<>();
        for (List<String> row : rows) {
            builders.computeIfAbsent(
                            sex.apply(row).equals("m") ? Sex.MALE : Sex.FEMALE, any -> new Weighted.Builder<>())
                    .add(row.getFirst(), Double.parseDouble(weight.apply(row)));
        }
        Map<Sex, Weighted<String>> built = new EnumMap<>(Sex.class);
        builders.forEach((key, builder) -> built.put(key, builder.build()));
        return built;
    }
}
