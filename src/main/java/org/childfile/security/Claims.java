package org.childfile.security;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who asks one question, as what, for what: what the database decides by.
 *
 * @param subject the person or program, as the issuer names it
 * @param role such as {@code district}; the database knows which there are
 * @param purpose one of the purposes granted, such as {@code care}
 * @param divisions beginnings of GB/T 2260 codes; an empty text is the whole city, an empty list no division at all
 * @param children ids of children seen besides
 * @param attributes the only attributes shown; empty where all that the role sees are
 * @param door {@code api}, {@code cli} or {@code console}
 */
public record Claims(
        String subject,
        String role,
        String purpose,
        List<String> divisions,
        List<String> children,
        Optional<List<String>> attributes,
        String door) {
    public Claims {
        divisions = List.copyOf(divisions);
        children = List.copyOf(children);
        attributes = attributes.map(List::copyOf);
    }

    /** One who sees nobody: for questions about no person. */
    public static Claims nobody() {
        return new Claims("childfile", "auditor", "audit", List.of(), List.of(), Optional.empty(), "api");
    }

    /** As the setting {@code childfile.claims} takes it. */
    public String json() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("subject", subject);
        claims.put("role", role);
        claims.put("purpose", purpose);
        claims.put("divisions", divisions);
        claims.put("children", children);
        claims.put("attributes", attributes.orElse(null));
        claims.put("door", door);
        return JsonMapper.shared().writeValueAsString(claims);
    }
}
