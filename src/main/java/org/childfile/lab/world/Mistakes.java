package org.childfile.lab.world;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One rate for each kind of mistake.
 *
 * @param rates every kind with its rate, 0 (never) to 1 (always); a kind that is left out has rate 0
 */
public record Mistakes(Map<Mistake, Double> rates) {

    public Mistakes {
        EnumMap<Mistake, Double> all = new EnumMap<>(Mistake.class);
        for (Mistake kind : Mistake.values()) {
            double rate = rates.getOrDefault(kind, 0.0);
            if (!(rate >= 0 && rate <= 1)) {
                throw new IllegalArgumentException("the rate of " + kind + " is " + rate + "; allowed is 0 to 1");
            }
            all.put(kind, rate);
        }
        rates = Collections.unmodifiableMap(all);
    }

    /** The usual rates. */
    public static Mistakes usual() {
        EnumMap<Mistake, Double> rates = new EnumMap<>(Mistake.class);
        for (Mistake kind : Mistake.values()) {
            rates.put(kind, kind.usual());
        }
        return new Mistakes(rates);
    }

    /** No mistake of any kind. */
    public static Mistakes none() {
        return new Mistakes(Map.of());
    }

    /** The same rates but for one kind. */
    public Mistakes with(Mistake kind, double rate) {
        EnumMap<Mistake, Double> changed = new EnumMap<>(rates);
        changed.put(kind, rate);
        return new Mistakes(changed);
    }

    /** Every rate times a factor of 0 or more, at most 1. */
    public Mistakes scaled(double factor) {
        if (!(factor >= 0)) {
            throw new IllegalArgumentException("mistakes can be scaled by 0 or more, not by " + factor);
        }
        return each(rate -> Math.min(1, rate * factor));
    }

    /** The rate of one kind, 0 to 1. */
    public double rate(Mistake kind) {
        return rates.getOrDefault(kind, 0.0);
    }

    private Mistakes each(UnaryOperator<Double> change) {
        EnumMap<Mistake, Double> changed = new EnumMap<>(rates);
        changed.replaceAll((kind, rate) -> change.apply(rate));
        return new Mistakes(changed);
    }
}
