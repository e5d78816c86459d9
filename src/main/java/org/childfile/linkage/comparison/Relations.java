package org.childfile.linkage.comparison;

import java.util.List;
import java.util.Optional;

/** The relations that a model can name. */
public final class Relations {

    private static final Catalogue<Relation<?>> ALL = new Catalogue<Relation<?>>()
            .all(TextRelations.all())
            .all(WordRelations.all())
            .all(NameRelations.all())
            .all(DateRelations.all())
            .all(DigitRelations.all())
            .all(DivisionRelations.all())
            .all(AddressRelations.all())
            .all(NumberRelations.all());

    private Relations() {}

    /** The relation of this name and argument; empty where there is none or the argument does not fit. */
    public static Optional<Relation<?>> find(String written) {
        return ALL.find(written);
    }

    /** What can be written, {@code N} for a whole and {@code X} for a decimal number: {@code edit-distance N}. */
    public static List<String> names() {
        return ALL.names();
    }
}
