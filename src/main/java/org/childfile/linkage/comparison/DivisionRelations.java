package org.childfile.linkage.comparison;

/** Relations of the codes of divisions (GB/T 2260 and below): how many levels two of them share. */
final class DivisionRelations {

    private DivisionRelations() {}

    static Catalogue<Relation<?>> all() {
        return new Catalogue<Relation<?>>()
                .plain("same-village", level("same-village", DivisionDerivations.VILLAGE))
                .plain("same-township", level("same-township", DivisionDerivations.TOWNSHIP))
                .plain("same-district", level("same-district", DivisionDerivations.DISTRICT))
                .plain("same-prefecture", level("same-prefecture", DivisionDerivations.PREFECTURE));
    }

    /** Both codes reach that deep and begin with the same digits. */
    private static Relation<?> level(String written, int digits) {
        return ComposedRelation.ofKeys(written, code -> DivisionDerivations.upTo(code, digits));
    }
}
