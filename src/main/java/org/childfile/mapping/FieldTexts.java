package org.childfile.mapping;

import java.util.List;
import java.util.Optional;
import org.childfile.feed.Fields;
import org.childfile.feed.Fields.WrongType;
import org.childfile.feed.Unusable;
import org.childfile.kernel.SpreadsheetErrors;

/** The texts of a field as they came, and whether they can be texts at all. */
final class FieldTexts {

    private FieldTexts() {}

    static List<String> of(Fields fields, String name) {
        try {
            return fields.texts(name);
        } catch (WrongType e) {
            return List.of(e.found());
        }
    }

    /** A text that is none: with a NUL in it, or a spreadsheet's word for a formula that failed. */
    static Optional<Unusable> flaw(String field, String text) {
        if (SpreadsheetErrors.is(text)) {
            return Optional.of(Unusable.inWords(Unusable.Reason.ERROR_CELL, field, text.strip()));
        }
        return text.indexOf('\0') < 0
                ? Optional.empty()
                : Optional.of(new Unusable(Unusable.Reason.FORBIDDEN_CHARACTER, field, text));
    }
}
