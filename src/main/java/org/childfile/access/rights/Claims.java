package org.childfile.access.rights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who asks, and for what. A door makes them known to the database before it asks anything as {@code childfile_api}.
 *
 * @param subject the person or program that asks
 * @param role as in {@code rights.yaml}
 * @param divisions beginnings of division codes (GB/T 2260) of any length; the empty one is the whole city
 * @param children ids that the caller may see besides
 * @param attributes the only ones that are shown; null where the role and the purpose alone decide
 * @param door {@code api}, {@code cli} or {@code console}
 * @param issuer who issued the token that was shown; empty where none was
 */
public record Claims(
        String subject,
        String role,
        String purpose,
        List<String> divisions,
        List<String> children,
        @Nullable List<String> attributes,
        String door,
        String issuer) {

    /** Those of one who shows no token. */
    public Claims(
            String subject,
            String role,
            String purpose,
            List<String> divisions,
            List<String> children,
            @Nullable List<String> attributes,
            String door) {
        this(subject, role, purpose, divisions, children, attributes, door, "");
    }

    public Claims {
        divisions = List.copyOf(divisions);
        children = List.copyOf(children);
        attributes = attributes == null ? null : List.copyOf(attributes);
    }

    /** The person at the machine, who may see the whole city for a purpose. */
    public static Claims operator(String subject, String purpose) {
        return new Claims(subject, "operator", purpose, List.of(""), List.of(), null, "cli");
    }

    /** The same for another purpose. */
    public Claims withPurpose(String other) {
        return new Claims(subject, role, other, divisions, children, attributes, door, issuer);
    }

    /** As the setting {@code childfile.claims} carries them. */
    public String json() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("subject", subject);
        claims.put("role", role);
        claims.put("purpose", purpose);
        claims.put("divisions", divisions);
        claims.put("children", children);
        claims.put("attributes", attributes);
        claims.put("door", door);
        return JsonMapper.shared().writeValueAsString(claims);
    }
}
