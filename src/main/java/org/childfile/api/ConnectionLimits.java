package org.childfile.api;

import java.time.Duration;

/**
 * What a connection may cost before it has shown a token.
 *
 * @param headers within which all of a request's headers must have come, counted from its first byte
 * @param body within which all of its body must have come, counted in the same way
 * @param perAddress connections that one address may have open; behind a proxy all have the proxy's
 */
record ConnectionLimits(Duration headers, Duration body, int perAddress) {

    static final ConnectionLimits USUAL = new ConnectionLimits(Duration.ofSeconds(10), Duration.ofSeconds(30), 256);
}
