package org.childfile.linkage.run;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.childfile.kernel.Message;
import org.jspecify.annotations.Nullable;

/**
 * The column that says which person a row is truly of.
 *
 * @param person finds the person in the cell, as its one group; null where the whole cell is the person
 */
public record TruthColumn(String name, @Nullable Pattern person) {

    /** What was written names no person. */
    public static final class Invalid extends IllegalArgumentException {

        private final Message why;

        private Invalid(Message why) {
            super(why.toString());
            this.why = why;
        }

        /** What whoever wrote it is to be told. */
        public Message why() {
            return why;
        }
    }

    /** Reads {@code COLUMN} or {@code COLUMN/REGEX}. */
    public static TruthColumn of(String written) {
        int slash = written.indexOf('/');
        if (slash < 0) {
            return new TruthColumn(written, null);
        }
        try {
            Pattern person = Pattern.compile(written.substring(slash + 1));
            if (person.matcher("").groupCount() == 1) {
                return new TruthColumn(written.substring(0, slash), person);
            }
        } catch (PatternSyntaxException e) {
            throw new Invalid(Message.of("wrong.truth-expression", written.substring(slash + 1), e.getDescription()));
        }
        throw new Invalid(Message.of("wrong.truth-group", written.substring(slash + 1)));
    }

    /** The persons of cells; null where a cell says none. */
    @Nullable
    String[] persons(@Nullable String[] cells) {
        return person == null ? cells : Arrays.stream(cells).map(this::found).toArray(String[]::new);
    }

    private @Nullable String found(@Nullable String cell) {
        if (person == null || cell == null) {
            return cell;
        }
        Matcher matcher = person.matcher(cell);
        return matcher.find() ? matcher.group(1) : null;
    }
}
