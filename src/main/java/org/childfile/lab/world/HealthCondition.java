package org.childfile.lab.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A child's health.
 *
 * @param disability absent for most
 * @param psych the last psychological assessment; absent for most
 */
public record HealthCondition(
        @Nullable Disability disability,
        List<Illness> illnesses,
        @Nullable Psych psych) {

    /** Category and grade of GB/T 26341; the number of the certificate. */
    public record Disability(int category, int grade, String certificate) {}

    /** A diagnosis of ICD-10; {@code severe} ones stand on the list of severe illnesses. */
    public record Illness(String icd10, String name, boolean severe, LocalDate since) {}

    /** A score on a scale, with the level it means. */
    public record Psych(String scale, int score, LocalDate date, String level) {}

    private record Entry(String icd10, String name, boolean severe) {}

    private static final Weighted<Entry> SEVERE = entries("1");
    private static final Weighted<Entry> USUAL = entries("0");
    private static final Weighted<Integer> CATEGORY = new Weighted.Builder<Integer>()
            .add(1, 8)
            .add(2, 14)
            .add(3, 8)
            .add(4, 34)
            .add(5, 22)
            .add(6, 8)
            .add(7, 6)
            .build();

    static HealthCondition draw(Rng rng, LocalDate born, LocalDate night, String id) {
        Disability disability = null;
        if (rng.chance(0.04) && born.isBefore(night.minusYears(1))) {
            int category = CATEGORY.pick(rng);
            int grade = rng.between(1, 4);
            disability = new Disability(category, grade, id.isEmpty() ? "" : id + category + grade);
        }
        List<Illness> illnesses = new ArrayList<>();
        if (rng.chance(0.025)) {
            illnesses.add(illness(SEVERE.pick(rng), rng, born, night));
        }
        if (rng.chance(0.12)) {
            illnesses.add(illness(USUAL.pick(rng), rng, born, night));
        }
        return new HealthCondition(disability, List.copyOf(illnesses), psych(rng, born, night));
    }

    public boolean severelyIll() {
        return illnesses.stream().anyMatch(Illness::severe);
    }

    private static Illness illness(Entry entry, Rng rng, LocalDate born, LocalDate night) {
        LocalDate since = night.minusDays(rng.between(20, 1500));
        return new Illness(entry.icd10(), entry.name(), entry.severe(), since.isBefore(born) ? born : since);
    }

    private static @Nullable Psych psych(Rng rng, LocalDate born, LocalDate night) {
        if (born.isAfter(night.minusYears(8)) || !rng.chance(0.15)) {
            return null;
        }
        int score = Math.min(100, 22 + rng.below(30) + rng.below(30));
        return new Psych(
                "MHT", score, night.minusDays(rng.between(30, 400)), score < 56 ? "正常" : score < 65 ? "轻度" : "重度");
    }

    private static Weighted<Entry> entries(String severe) {
        Weighted.Builder<Entry> builder = new Weighted.Builder<>();
        for (List<String> row : Tables.rows("illnesses.csv")) {
            if (row.get(2).equals(severe)) {
                builder.add(new Entry(row.getFirst(), row.get(1), severe.equals("1")), Double.parseDouble(row.get(3)));
            }
        }
        return builder.build();
    }
}
