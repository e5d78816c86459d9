package org.childfile.linkage.model;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model reads out of a table.
 *
 * @param from the columns it is read from; several make a field of several values
 * @param as the cleaner that makes a value of a cell
 * @param common a value that more rows share is no evidence; {@link Common#NEVER} where none is too common
 * @param owner tells whether a value can be the person's own; null where every value is
 * @param line where the model defines it
 */
public record Field(
        String name,
        List<String> from,
        String as,
        Common common,
        @Nullable Owner owner,
        int line) implements Serializable {

    public Field {
        from = List.copyOf(from);
    }

    /** How many rows may share a value: a number, a share of all rows, or as many as like. */
    public record Common(int rows, double share) implements Serializable {
        public static final Common NEVER = new Common(Integer.MAX_VALUE, 1);

        public int limit(long allRows) {
            return (int) Math.min(rows, Math.max(1, share * allRows));
        }

        String written() {
            return share < 1 ? "" + share * 100 + "%" : "" + rows;
        }
    }

    /**
     * A value is the person's own only if what is derived of it stands in a relation to another field, or that is missing.
     *
     * @param derivation drawn from the value, such as the date of birth of an id number
     * @param relation to a value of the other field
     */
    public record Owner(String field, String derivation, String relation) implements Serializable {}
}
