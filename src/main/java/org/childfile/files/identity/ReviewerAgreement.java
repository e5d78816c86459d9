package org.childfile.files.identity;

import java.util.List;
import java.util.OptionalDouble;
import org.childfile.files.identity.Verdict.Kind;

/**
 * How far reviewers agree about the pairs that two of them were asked.
 *
 * @param pairs how many opinions were given on a pair that another had decided
 * @param agreed in how many of them both said the same
 * @param kappa agreement beyond chance, 1 for always (Cohen 1960); empty where nothing was asked, or where both said one
 *     and the same of every pair, so that chance alone would agree always
 * @param disputed the numbers of the verdicts that a second reviewer disagreed with, in order
 */
public record ReviewerAgreement(int pairs, int agreed, OptionalDouble kappa, List<Long> disputed) {

    /** What was said of one pair first, and by whoever was asked after. */
    record Pair(long verdict, Kind first, Kind second) {}

    public ReviewerAgreement {
        disputed = List.copyOf(disputed);
    }

    static ReviewerAgreement of(List<Pair> opinions) {
        int agreed = (int)
                opinions.stream().filter(pair -> pair.first() == pair.second()).count();
        return new ReviewerAgreement(
                opinions.size(),
                agreed,
                kappa(opinions, agreed),
                opinions.stream()
                        .filter(pair -> pair.first() != pair.second())
                        .map(Pair::verdict)
                        .distinct()
                        .toList());
    }

    private static OptionalDouble kappa(List<Pair> opinions, int agreed) {
        double n = opinions.size();
        double chance = 0;
        for (Kind kind : Kind.values()) {
            double first =
                    opinions.stream().filter(pair -> pair.first() == kind).count() / n;
            double second =
                    opinions.stream().filter(pair -> pair.second() == kind).count() / n;
            chance += first * second;
        }
        return opinions.isEmpty() || chance == 1
                ? OptionalDouble.empty()
                : OptionalDouble.of((agreed / n - chance) / (1 - chance));
    }
}
