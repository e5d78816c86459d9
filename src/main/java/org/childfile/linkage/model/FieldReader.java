package org.childfile.linkage.model;

import java.util.ArrayList;
import java.util.List;
import org.childfile.linkage.comparison.Cleaners;
import org.childfile.linkage.comparison.Derivations;
import org.childfile.linkage.comparison.Relations;
import org.childfile.settings.Section;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a model. */
final class FieldReader {

    private final Section section;
    private final ModelReader.Names names;

    FieldReader(Section section, ModelReader.Names names) {
        this.section = section;
        this.names = names;
    }

    List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        for (String name : section.keys()) {
            if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]*")) {
                section.problem(name, "a field's name is of letters, digits, - and _");
            }
            fields.add(field(name, section.section(name)));
        }
        return fields;
    }

    private Field field(String name, Section field) {
        List<String> from = field.texts("from");
        if (from.isEmpty()) {
            section.problem(name, "from is missing: the column that the field is read from");
        }
        String as = field.text("as", "text");
        if (Cleaners.find(as).isEmpty()) {
            field.problem("as", ModelReader.Names.unknown("cleaner", as, Cleaners.names()));
        }
        return new Field(name, from, as, common(field), owner(field), section.line(name));
    }

    private static Field.Common common(Section field) {
        String text = field.text("common", "");
        try {
            if (text.endsWith("%")) {
                double percent = Double.parseDouble(text.substring(0, text.length() - 1));
                if (percent > 0 && percent < 100) {
                    return new Field.Common(Integer.MAX_VALUE, percent / 100);
                }
            } else if (!text.isEmpty() && Integer.parseInt(text) > 0) {
                return new Field.Common(Integer.parseInt(text), 1);
            }
        } catch (NumberFormatException e) {
            // Told below, together with a number out of range.
        }
        if (!text.isEmpty()) {
            field.problem("common", "found " + text + ", allowed is a number of rows or a share such as 0.5%");
        }
        return Field.Common.NEVER;
    }

    private Field.@Nullable Owner owner(Section field) {
        if (!field.has("own-by")) {
            return null;
        }
        Section owner = field.section("own-by");
        Field.Owner read = new Field.Owner(owner.text("field"), owner.text("derive"), owner.text("is"));
        names.field(read.field(), owner, "field");
        if (Derivations.find(read.derivation()).isEmpty()) {
            owner.problem("derive", ModelReader.Names.unknown("derivation", read.derivation(), Derivations.names()));
        }
        if (Relations.find(read.relation()).isEmpty()) {
            owner.problem("is", ModelReader.Names.unknown("relation", read.relation(), Relations.names()));
        }
        return read;
    }
}
