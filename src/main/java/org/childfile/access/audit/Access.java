package org.childfile.access.audit;

import java.util.List;

/**
 * Somebody was shown something.
 *
 * @param subject who asked: the subject of a token, or the user of the operating system
 * @param role the role in which it was asked, of {@code mappings/rights.yaml}
 * @param purpose for what, of {@code mappings/rights.yaml}
 * @param door {@code api}, {@code console} or {@code cli}
 * @param action what was done: {@code read}, {@code search}, {@code export} …
 * @param personIds whom it concerned, each one row of the log; none: one row without a person
 * @param attributes the names of what was shown; never values
 * @param detail numbers and words that are no personal data; empty for none
 * @param issuer who issued the token that was shown; empty where none was
 * @param reason why it was asked, in the asker's words; empty where none was needed
 */
public record Access(
        String subject,
        String role,
        String purpose,
        String door,
        String action,
        List<String> personIds,
        List<String> attributes,
        String detail,
        String issuer,
        String reason) {

    /** One without a token, which needed no reason. */
    public Access(
            String subject,
            String role,
            String purpose,
            String door,
            String action,
            List<String> personIds,
            List<String> attributes,
            String detail) {
        this(subject, role, purpose, door, action, personIds, attributes, detail, "", "");
    }

    public Access {
        for (String needed : List.of(subject, role, purpose, door, action)) {
            if (needed.isBlank()) {
                throw new IllegalArgumentException(
                        "an access names its subject, role, purpose, door and action; one of them is blank");
            }
        }
        personIds = List.copyOf(personIds);
        attributes = List.copyOf(attributes);
    }

    /** How many rows of the log it takes. */
    int rows() {
        return Math.max(1, personIds.size());
    }
}
