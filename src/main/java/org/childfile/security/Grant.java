package org.childfile.security;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.childfile.access.rights.Claims;
import org.childfile.kernel.PersonId;

/**
 * What a token grants its bearer.
 *
 * @param purposes at least one; a request chooses among them
 * @param issuer who issued it: the person at the machine, or the issuer that the token names
 */
public record Grant(
        String subject,
        String role,
        List<String> purposes,
        List<String> divisions,
        List<String> children,
        Optional<List<String>> attributes,
        String issuer) {

    private static final Pattern SUBJECT = Pattern.compile("[\\p{L}\\p{N}._@:/-]{1,100}");
    private static final Pattern ISSUER = Pattern.compile("[\\p{L}\\p{N}._@:/?&=%+~() -]{1,200}");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z-]{0,39}");
    private static final Pattern DIVISION = Pattern.compile("[0-9]{0,12}");
    private static final Pattern ATTRIBUTE = Pattern.compile("[a-z][a-z0-9_]{0,59}");
    private static final int MOST = 1000;

    /** @throws IllegalArgumentException naming the part that is malformed, never its value */
    public Grant {
        check(List.of(subject), SUBJECT, "subject");
        check(List.of(role), WORD, "role");
        check(List.of(issuer), ISSUER, "issued_by");
        check(purposes, WORD, "purposes");
        if (purposes.isEmpty()) {
            throw new IllegalArgumentException("purposes");
        }
        check(divisions, DIVISION, "divisions");
        check(children, PersonId.OF_CHILD, "children");
        attributes.ifPresent(names -> check(names, ATTRIBUTE, "attributes"));
        purposes = List.copyOf(purposes);
        divisions = List.copyOf(divisions);
        children = List.copyOf(children);
        attributes = attributes.map(List::copyOf);
    }

    /** The claims of a request for a purpose; empty where the purpose is not granted. */
    public Optional<Claims> claims(String purpose, String door) {
        return purposes.contains(purpose)
                ? Optional.of(
                        new Claims(subject, role, purpose, divisions, children, attributes.orElse(null), door, issuer))
                : Optional.empty();
    }

    private static void check(List<String> values, Pattern form, String part) {
        if (values.size() > MOST
                || !values.stream().allMatch(value -> form.matcher(value).matches())) {
            throw new IllegalArgumentException(part);
        }
    }
}
