package org.childfile.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Who bears a valid token. */
final class Bearer extends AbstractAuthenticationToken {

    private final transient Grant grant;

    Bearer(Grant grant) {
        super(List.of());
        this.grant = grant;
        setAuthenticated(true);
    }

    Grant grant() {
        return grant;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public Object getPrincipal() {
        return grant.subject();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bearer bearer && bearer.grant.equals(grant);
    }

    @Override
    public int hashCode() {
        return grant.hashCode();
    }
}
