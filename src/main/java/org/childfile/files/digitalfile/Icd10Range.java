package org.childfile.files.digitalfile;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of ICD-10 categories, both ends included: {@code C00-C97}, or one category: {@code F84}. A code belongs to the
 * category of its first three characters.
 */
record Icd10Range(String first, String last) {

    private static final Pattern FORM = Pattern.compile("([A-Z][0-9]{2})(?:\\s*[-–]\\s*([A-Z][0-9]{2}))?");
    private static final int CATEGORY = 3;

    /** Empty where the text is no range. */
    static Optional<Icd10Range> of(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        String last = parts.group(2) == null ? parts.group(1) : parts.group(2);
        return parts.group(1).compareTo(last) > 0
                ? Optional.empty()
                : Optional.of(new Icd10Range(parts.group(1), last));
    }

    boolean holds(String code) {
        String stripped = code.strip().toUpperCase(Locale.ROOT);
        if (stripped.length() < CATEGORY) {
            return false;
        }
        String category = stripped.substring(0, CATEGORY);
        return category.compareTo(first) >= 0 && category.compareTo(last) <= 0;
    }
}
