package org.childfile.linkage.comparison;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * What can be found by a name, or by a name and one argument behind a blank. Filled once, then only read.
 *
 * @param <T> what is found
 */
final class Catalogue<T> {

    private record Entry<T>(String form, Function<String, Optional<T>> reading) {}

    private final Map<String, Entry<T>> entries = new LinkedHashMap<>();

    /** Adds what is found by its name alone. */
    Catalogue<T> plain(String name, T found) {
        return argued(name, "", argument -> argument.isEmpty() ? Optional.of(found) : Optional.empty());
    }

    /** Adds what needs a whole number within bounds, both included. */
    Catalogue<T> counted(String name, int least, int most, IntFunction<T> making) {
        return argued(name, " N", argument -> {
            if (argument.isEmpty() || argument.length() > 9 || !argument.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Optional.empty();
            }
            int count = Integer.parseInt(argument);
            return count >= least && count <= most ? Optional.of(making.apply(count)) : Optional.empty();
        });
    }

    /** Adds what needs a decimal number, more than 0 and up to a bound. */
    Catalogue<T> measured(String name, double most, DoubleFunction<T> making) {
        return argued(name, " X", argument -> {
            if (!argument.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
                return Optional.empty();
            }
            double measure = Double.parseDouble(argument);
            return measure > 0 && measure <= most ? Optional.of(making.apply(measure)) : Optional.empty();
        });
    }

    /**
     * Adds what reads its own argument.
     *
     * @param form what the list of names shows behind the name
     * @param reading empty for an argument that does not fit; no argument is an empty text
     */
    Catalogue<T> argued(String name, String form, Function<String, Optional<T>> reading) {
        if (entries.put(name, new Entry<>(name + form, reading)) != null) {
            throw new IllegalStateException("two entries are called " + name);
        }
        return this;
    }

    /** Adds all that another catalogue holds. */
    Catalogue<T> all(Catalogue<T> other) {
        other.entries.forEach((name, entry) -> argued(name, entry.form().substring(name.length()), entry.reading()));
        return this;
    }

    /** What is written, with any number of blanks; empty for a name that is none or an argument that does not fit. */
    Optional<T> find(String written) {
        String text = written.strip();
        int blank = text.indexOf(' ');
        Entry<T> entry = entries.get(blank < 0 ? text : text.substring(0, blank));
        return entry == null
                ? Optional.empty()
                : entry.reading()
                        .apply(blank < 0 ? "" : text.substring(blank + 1).strip());
    }

    /** The forms in the order in which they were added. */
    List<String> names() {
        return entries.values().stream().map(Entry::form).toList();
    }
}
