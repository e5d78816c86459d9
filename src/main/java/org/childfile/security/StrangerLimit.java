package org.childfile.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How often an address may ask without a token that was verified before: refusing costs something, and checking a signature
 * more. An address of IPv6 counts by its first 64 bits, as who has one of them has all.
 */
final class StrangerLimit extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";
    private static final int NETWORK_BYTES = 8;
    private static final int SHORT_BYTES = 4;

    private final KnownTokens tokens;
    private final TokenBucket bucket;

    StrangerLimit(KnownTokens tokens, TokenBucket bucket) {
        this.tokens = tokens;
        this.bucket = bucket;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!known(request.getHeader("Authorization"))) {
            long wait = bucket.take(network(request.getRemoteAddr()), System.nanoTime());
            if (wait > 0) {
                RateLimit.refuse(request, response, wait);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private boolean known(@Nullable String authorization) {
        return authorization != null
                && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && tokens.knows(authorization.substring(BEARER.length()).strip());
    }

    /** What an address counts by; it is written in numbers, so no name is looked up. */
    static String network(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length == SHORT_BYTES
                    ? address
                    : HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES));
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
