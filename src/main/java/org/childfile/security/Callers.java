package org.childfile.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.childfile.access.rights.Claims;

/** Who asks a request of the API, and for what: by the token, and by the header {@code X-Purpose}. */
public final class Callers {

    public static final String PURPOSE = "X-Purpose";

    /** What is recorded where no purpose was named, or one that was not granted. */
    private static final String NONE = "-";

    private Callers() {}

    /**
     * Who bears the token of a request, whatever it asks for, with the purpose that it names, if that was
     * granted, and else with none; empty where no valid one was shown.
     */
    public static Optional<Claims> bearer(HttpServletRequest request) {
        if (!(request.getUserPrincipal() instanceof Bearer bearer)) {
            return Optional.empty();
        }
        List<String> granted = bearer.grant().purposes();
        String asked = request.getHeader(PURPOSE);
        String purpose = asked == null && granted.size() == 1 ? granted.getFirst() : asked;
        return bearer.grant()
                .claims(granted.getFirst(), "api")
                .map(claims -> claims.withPurpose(purpose != null && granted.contains(purpose) ? purpose : NONE));
    }

    /**
     * The claims of a request. Its purpose may be left out where the token grants a single one.
     *
     * @throws Refused if there is no bearer, or the purpose is not among the token's
     */
    public static Claims of(HttpServletRequest request) {
        if (!(request.getUserPrincipal() instanceof Bearer bearer)) {
            throw new Refused(Refusal.NO_TOKEN);
        }
        Grant grant = bearer.grant();
        List<String> asked = Collections.list(request.getHeaders(PURPOSE));
        if (asked.size() > 1 || (asked.isEmpty() && grant.purposes().size() > 1)) {
            throw new Refused(Refusal.PURPOSE_NEEDED, String.join(", ", grant.purposes()));
        }
        String purpose = asked.isEmpty() ? grant.purposes().getFirst() : asked.getFirst();
        return grant.claims(purpose, "api")
                .orElseThrow(() -> new Refused(Refusal.PURPOSE_NOT_GRANTED, String.join(", ", grant.purposes())));
    }
}
