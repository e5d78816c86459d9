package org.childfile.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A subject that asks too often is told when to try again; the others are not held up by it. */
class RateLimitTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void twoSecondsWorthMayComeAtOnceAndThenOneEachTime() {
        TokenBucket bucket = new TokenBucket(10);
        int passed = 0;
        while (bucket.take("a", 0) == 0) {
            passed++;
        }

        assertThat(passed).isEqualTo(20);
        assertThat(bucket.take("a", 0)).isEqualTo(SECOND / 10);
        assertThat(bucket.take("a", SECOND / 10)).isZero();
        assertThat(bucket.take("a", SECOND / 10)).isEqualTo(SECOND / 10);
        assertThat(bucket.take("b", SECOND / 10)).isZero();
    }

    @Test
    void whoWasSilentHasNoMoreThanAFullBucket() {
        TokenBucket bucket = new TokenBucket(10);
        bucket.take("a", 0);
        int passed = 0;
        while (bucket.take("a", 1000 * SECOND) == 0) {
            passed++;
        }

        assertThat(passed).isEqualTo(20);
    }

    @Test
    void oneTooManyIsAnsweredWithAProblemAndWhenToTryAgain() throws Exception {
        RateLimit limit = new RateLimit(new TokenBucket(1));
        Grant grant = new Grant("app-1", "app", List.of("care"), List.of(), List.of(), Optional.empty(), "test");
        MockHttpServletResponse answer = new MockHttpServletResponse();
        for (int i = 0; i < 3; i++) {
            MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/children");
            request.setUserPrincipal(new Bearer(grant));
            answer = new MockHttpServletResponse();
            limit.doFilter(request, answer, new MockFilterChain());
        }

        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("1");
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertThat(answer.getContentAsString(java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"code\":\"too-many-requests\"");
    }
}
