package org.childfile.linkage.comparison;

import java.util.List;
import java.util.Optional;

/** The derivations that a model can name. */
public final class Derivations {

    private static final Catalogue<Derivation> ALL = new Catalogue<Derivation>()
            .all(TextDerivations.all())
            .all(SoundDerivations.all())
            .all(NameDerivations.all())
            .all(DateDerivations.all())
            .all(DivisionDerivations.all())
            .all(NumberDerivations.all());

    private Derivations() {}

    /** The derivation of this name and argument; empty where there is none or the argument does not fit. */
    public static Optional<Derivation> find(String written) {
        return ALL.find(written);
    }

    /** What can be written, {@code N} for a whole number: {@code first N}. */
    public static List<String> names() {
        return ALL.names();
    }
}
