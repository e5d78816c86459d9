package org.childfile.ingest.format;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one record, whatever its format. A path names a field; {@code a.b} one inside another, {@code a[].b} one
 * of every element of a list, {@code @a} an XML attribute.
 */
public interface Fields {

    /** A scalar's text as it came; null where the field is absent or null. */
    @Nullable
    String text(String path) throws WrongType;

    /** A date's text; a day that a workbook counts from 1904 is told as one that is counted from 1900. */
    default @Nullable String date(String path) throws WrongType {
        return text(path);
    }

    /** The texts of a list (of one, for a scalar); empty where the field is absent. */
    List<String> texts(String path) throws WrongType;

    /** The names of the record's own fields (not of those inside others). */
    Collection<String> names();

    /** A field holds an object or a list where one value was expected, or the other way round. */
    final class WrongType extends Exception {
        private final String found;

        public WrongType(String path, String found) {
            super(path);
            this.found = found;
        }

        public String path() {
            return String.valueOf(getMessage());
        }

        /** What stands there, as text. */
        public String found() {
            return found;
        }
    }
}
