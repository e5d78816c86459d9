package org.childfile.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers a subject that asks too often with 429 and when to try again. */
final class RateLimit extends OncePerRequestFilter {

    private final TokenBucket bucket;

    RateLimit(TokenBucket bucket) {
        this.bucket = bucket;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getUserPrincipal() instanceof Bearer bearer) {
            long wait = bucket.take(bearer.grant().subject(), System.nanoTime());
            if (wait > 0) {
                refuse(request, response, wait);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    /** @param wait nanoseconds until the next one may pass */
    static void refuse(HttpServletRequest request, HttpServletResponse response, long wait) throws IOException {
        response.setHeader("Retry-After", Long.toString(1 + (wait - 1) / 1_000_000_000L));
        ProblemDocuments.answer(request, response, new Refused(Refusal.TOO_MANY_REQUESTS));
    }
}
