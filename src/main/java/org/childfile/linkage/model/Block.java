package org.childfile.linkage.model;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A rule of blocking: two rows are compared if they share a key of every term. */
public record Block(List<Term> terms) implements Serializable {

    public Block {
        terms = List.copyOf(terms);
    }

    /** As the model writes it: {@code name, birth:year}. */
    public String written() {
        return terms.stream().map(Term::written).collect(Collectors.joining(", "));
    }

    /**
     * One part of the key.
     *
     * @param fields whose values give keys; those of several are alike ({@code name|former})
     * @param derivation drawn from each value; null for the value itself
     */
    public record Term(List<String> fields, @Nullable String derivation) implements Serializable {

        public Term {
            fields = List.copyOf(fields);
        }

        String written() {
            String names = String.join("|", fields);
            return derivation == null ? names : names + ":" + derivation;
        }
    }
}
