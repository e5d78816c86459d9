package org.childfile.lab.registers;

import java.util.function.Supplier;
import org.childfile.lab.world.Mistake;
import org.childfile.lab.world.Mistakes;
import org.childfile.lab.world.Rng;
import org.childfile.lab.world.Tally;
import org.jspecify.annotations.Nullable;

/** Decides whether a slip happens, and counts the ones that did. */
final class Slips {

    private final Mistakes rates;
    private final @Nullable Tally tally;

    /** Without a tally the slips happen all the same and are not counted. */
    Slips(Mistakes rates, @Nullable Tally tally) {
        this.rates = rates;
        this.tally = tally;
    }

    boolean happens(Rng rng, Mistake kind) {
        boolean happens = rng.chance(rates.rate(kind));
        if (happens) {
            made(kind);
        }
        return happens;
    }

    /** The value with the slip where there is one and it happens, else null. */
    @Nullable
    String instead(Rng rng, Mistake kind, Supplier<@Nullable String> slip) {
        String slipped = rng.chance(rates.rate(kind)) ? slip.get() : null;
        if (slipped != null) {
            made(kind);
        }
        return slipped;
    }

    Slips uncounted() {
        return new Slips(rates, null);
    }

    private void made(Mistake kind) {
        if (tally != null) {
            tally.mistake(kind);
        }
    }
}
