package org.childfile.ingest.connector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with environment variables: {@code ${NAME}} must be set, {@code ${NAME:-default}} need not. Its
 * {@link #toString()} shows the names, never the values.
 *
 * @param purpose what the value is for, as it stands in messages
 */
public record Template(String text, String file, String purpose) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(:-([^}]*))?}");

    /** The text with its variables' values. */
    public String resolve(Map<String, String> environment) {
        List<String> missing = missing(environment);
        if (!missing.isEmpty()) {
            throw new PullFailed(
                    PullFailed.Reason.NOT_CONFIGURED,
                    file + ": " + missing.getFirst() + " is not set (" + purpose + "). Set it and run again.");
        }
        return VARIABLE.matcher(text).replaceAll(match -> {
            String value = environment.get(match.group(1));
            return Matcher.quoteReplacement(value != null ? value : match.group(3) != null ? match.group(3) : "");
        });
    }

    /** The variables that are needed and not set. */
    public List<String> missing(Map<String, String> environment) {
        List<String> missing = new ArrayList<>();
        Matcher matcher = VARIABLE.matcher(text);
        while (matcher.find()) {
            if (matcher.group(2) == null
                    && environment.getOrDefault(matcher.group(1), "").isBlank()) {
                missing.add(matcher.group(1));
            }
        }
        return missing;
    }

    /** The same as lines that name file and purpose. */
    List<String> missingLines(Map<String, String> environment) {
        return missing(environment).stream()
                .map(variable -> file + ": " + variable + " is not set (" + purpose + "). Set it and run again.")
                .toList();
    }

    /** All variables that stand in the text. */
    public List<String> variables() {
        return VARIABLE.matcher(text).results().map(match -> match.group(1)).toList();
    }

    @Override
    public String toString() {
        return text;
    }
}
