package org.childfile.comparison;

/** Relations of texts in any alphabet. */
final class TextRelations {

    private static final int MOST_EDITS = 5;

    private TextRelations() {}

    static Catalogue<Relation<?>> all() {
        return new Catalogue<Relation<?>>()
                .plain("exact", Agreement.ofKeys("exact", value -> value))
                .counted("edit-distance", 1, MOST_EDITS, TextRelations::edits)
                .measured("jaro-winkler", 1, TextRelations::jaroWinkler);
    }

    private static Relation<?> edits(int most) {
        return new Agreement<>(
                "edit-distance " + most, String::toCharArray, (one, other) -> Edits.within(one, other, most));
    }

    private static Relation<?> jaroWinkler(double least) {
        return new Agreement<>(
                Agreement.with("jaro-winkler", least),
                String::toCharArray,
                (one, other) -> JaroWinkler.of(one, other) >= least);
    }
}
