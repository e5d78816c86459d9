package org.childfile.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

/** An address that asks too often without a token is told so; who has shown a good one is not held up by it. */
class StrangerLimitTest {

    private final KnownTokens tokens = new KnownTokens(
            token -> {
                if (token.equals("good")) {
                    Instant now = Instant.now();
                    return Jwt.withTokenValue(token)
                            .header("alg", "ES256")
                            .issuedAt(now)
                            .expiresAt(now.plus(Duration.ofMinutes(5)))
                            .build();
                }
                throw new BadJwtException("forged");
            },
            () -> RevokedTokens.NONE,
            Clock.systemUTC());
    private final StrangerLimit limit = new StrangerLimit(tokens, new TokenBucket(1));

    private int status(String address, String authorization) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/children");
        request.setRemoteAddr(address);
        if (!authorization.isEmpty()) {
            request.addHeader("Authorization", authorization);
        }
        MockHttpServletResponse answer = new MockHttpServletResponse();
        limit.doFilter(request, answer, new MockFilterChain());
        return answer.getStatus();
    }

    @Test
    void aStrangerIsHeldUpAndOthersAreNot() throws Exception {
        assertThat(List.of(
                        status("10.0.0.1", ""),
                        status("10.0.0.1", "Bearer forged"),
                        status("10.0.0.1", "Bearer forged"),
                        status("10.0.0.2", "")))
                .containsExactly(200, 200, 429, 200);
    }

    @Test
    void aTokenThatWasVerifiedBeforePassesFromAnyAddress() throws Exception {
        tokens.decode("good");
        for (int i = 0; i < 10; i++) {
            assertThat(status("10.0.0.3", "bearer good")).isEqualTo(200);
        }
    }

    @Test
    void theAddressesOfOneNetworkOfIpv6CountAsOne() {
        assertThat(StrangerLimit.network("2001:db8:0:1::1")).isEqualTo(StrangerLimit.network("2001:db8:0:1:ffff::2"));
        assertThat(StrangerLimit.network("2001:db8:0:1::1")).isNotEqualTo(StrangerLimit.network("2001:db8:0:2::1"));
        assertThat(StrangerLimit.network("10.0.0.1")).isEqualTo("10.0.0.1");
    }
}
