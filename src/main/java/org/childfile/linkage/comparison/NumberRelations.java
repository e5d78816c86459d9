package org.childfile.linkage.comparison;

/** Relations of quantities; a value that is no number stands in none of them. */
final class NumberRelations {

    private static final double MOST = 1e9;
    private static final double MOST_PERCENT = 100;
    /** What a decimal fraction is off by in binary, so that 0.3 is within 0.1 of 0.2. */
    private static final double SLACK = 1e-12;

    private NumberRelations() {}

    static Catalogue<Relation<?>> all() {
        return new Catalogue<Relation<?>>()
                .measured("within", MOST, NumberRelations::within)
                .measured("within-percent", MOST_PERCENT, NumberRelations::withinPercent);
    }

    private static Relation<?> within(double most) {
        return new ComposedRelation<>(
                ComposedRelation.with("within", most),
                NumberRelations::number,
                (one, other) -> Math.abs(one - other) <= most + SLACK * Math.max(Math.abs(one), Math.abs(other)));
    }

    /** The difference as a share of the larger one. */
    private static Relation<?> withinPercent(double most) {
        return new ComposedRelation<>(
                ComposedRelation.with("within-percent", most),
                NumberRelations::number,
                (one, other) ->
                        Math.abs(one - other) * 100 <= (most + SLACK * 100) * Math.max(Math.abs(one), Math.abs(other)));
    }

    private static double number(String value) {
        try {
            double number = Double.parseDouble(value);
            return Double.isInfinite(number) ? Double.NaN : number;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
