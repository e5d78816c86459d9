package org.childfile.linkage.profiling;

import java.util.ArrayList;
import java.util.List;

/** The comparisons and vetoes of a proposed model. */
final class Comparing {

    private final ModelFields fields;
    private final List<String> lines = new ArrayList<>();

    Comparing(ModelFields fields) {
        this.fields = fields;
    }

    /** The lines of the section {@code comparisons}: what tells most about a person first, what depends on it after. */
    List<String> lines() {
        fields.of(ColumnKind.CITIZEN_ID)
                .forEach(id -> comparison(
                        fields.name(id),
                        "",
                        "exact",
                        "[one-digit-or-swap, short-form, same-but-check]",
                        "[near, eaten-tail]"));
        fields.of(ColumnKind.KEY)
                .forEach(key -> comparison(fields.name(key), "", "exact", "edit-distance 1", "edit-distance 2"));
        fields.of(ColumnKind.EMAIL)
                .forEach(email -> comparison(fields.name(email), "", "exact", "jaro-winkler 0.92", "jaro-winkler 0.8"));
        fields.of(ColumnKind.BIRTH)
                .forEach(birth -> comparison(
                        fields.name(birth),
                        "",
                        "exact",
                        "[edit-distance 1, day-month-swapped]",
                        "[one-part, edit-distance 2]"));
        names();
        pair(fields.of(ColumnKind.ADDRESS));
        household();
        fields.of(ColumnKind.HOUSE_NUMBER)
                .forEach(each -> comparison(fields.name(each), "", "exact", "edit-distance 1"));
        fields.of(ColumnKind.PLACE)
                .forEach(each ->
                        comparison(fields.name(each), "terms: true", "exact", "jaro-winkler 0.92", "jaro-winkler 0.8"));
        fields.of(ColumnKind.POSTCODE).forEach(each -> comparison(fields.name(each), "", "exact", "edit-distance 1"));
        fields.of(ColumnKind.DIVISION).forEach(each -> comparison(fields.name(each), "", "exact", "same-district"));
        fields.of(ColumnKind.SEX).forEach(each -> comparison(fields.name(each), "", "exact"));
        fields.of(ColumnKind.CATEGORY).forEach(each -> comparison(fields.name(each), "", "exact"));
        return lines;
    }

    private void names() {
        ColumnProfile former = fields.first(ColumnKind.FORMER_NAME);
        String with = former == null ? "" : "{is: exact, with: " + fields.name(former) + ", called: former name}";
        for (ColumnProfile name : fields.of(ColumnKind.CHINESE_NAME)) {
            comparison(
                    fields.name(name),
                    "terms: true",
                    "exact",
                    "[same-pinyin, similar-shape, same-traditional]",
                    with,
                    "[fuzzy-pinyin, wildcard]",
                    "[one-character, extra-character]");
        }
        for (ColumnProfile name : fields.of(ColumnKind.FULL_NAME)) {
            comparison(
                    fields.name(name),
                    "terms: true",
                    "exact",
                    with,
                    "token-set 0.9",
                    "jaro-winkler 0.92",
                    "[jaro-winkler 0.8, tokens-subset]");
        }
        ColumnProfile given = fields.first(ColumnKind.GIVEN_NAME);
        ColumnProfile surname = fields.first(ColumnKind.SURNAME);
        if (given != null && surname != null) {
            pair(List.of(given, surname));
        } else if (given != null || surname != null) {
            pair(List.of(given != null ? given : surname));
        }
    }

    /** Two columns whose values change places; a single one is compared alone. */
    private void pair(List<ColumnProfile> columns) {
        if (columns.size() != 2) {
            columns.forEach(each ->
                    comparison(fields.name(each), "terms: true", "exact", "jaro-winkler 0.92", "jaro-winkler 0.8"));
            return;
        }
        String one = fields.name(columns.getFirst());
        String other = fields.name(columns.getLast());
        comparison(
                one,
                "terms: true",
                "exact",
                "{is: jaro-winkler 0.92, with: " + other + ", both: true, called: swapped}",
                "{is: exact, with: " + other + ", called: half swapped}",
                "jaro-winkler 0.92",
                "jaro-winkler 0.8");
        comparison(other, "terms: true", "exact", "jaro-winkler 0.92", "jaro-winkler 0.8");
        lines.add("  unless: {" + one + ": [swapped, half swapped]}");
    }

    /** What brothers and sisters share counts once: the telephone, or else the guardian or the address. */
    private void household() {
        ColumnProfile phone = fields.first(ColumnKind.PHONE);
        ColumnProfile relative = fields.first(ColumnKind.RELATIVE);
        ColumnProfile address = fields.first(ColumnKind.CHINESE_ADDRESS);
        fields.of(ColumnKind.PHONE).forEach(each -> comparison(fields.name(each), "", "exact", "edit-distance 1"));
        String house = address == null ? "" : "{is: address-house, of: " + fields.name(address) + "}";
        String village = address == null ? "" : "{is: address-village, of: " + fields.name(address) + "}";
        if (relative != null) {
            boolean han = relative.share(Shapes::han) > 0.6;
            comparison(fields.name(relative), "", "exact", han ? "same-pinyin" : "jaro-winkler 0.92", house, village);
        } else if (address != null) {
            comparison(fields.name(address), "", "exact", "address-house", "address-village", "address-township");
        }
        if (phone != null && (relative != null || address != null)) {
            lines.add("  unless: {" + fields.name(phone) + ": exact}");
        }
    }

    private void comparison(String field, String more, String... levels) {
        lines.add(field + ":");
        if (!more.isEmpty()) {
            lines.add("  " + more);
        }
        lines.add("  levels:");
        for (String level : levels) {
            if (!level.isEmpty()) {
                lines.add("    - " + (level.startsWith("[") ? "{is: " + level + "}" : level));
            }
        }
    }

    /** The lines of the section {@code vetoes}; none where nothing is sure. */
    List<String> vetoes() {
        List<String> vetoes = new ArrayList<>();
        fields.of(ColumnKind.CITIZEN_ID)
                .forEach(id -> vetoes.add("- {differ: " + ModelFields.sure(fields.name(id)) + "}"));
        ColumnProfile name = fields.first(ColumnKind.CHINESE_NAME);
        ColumnProfile birth = fields.first(ColumnKind.BIRTH);
        if (name != null && birth != null) {
            vetoes.add("- {all: {" + fields.name(name) + ": else, " + fields.name(birth) + ": else}}");
        }
        return vetoes;
    }
}
