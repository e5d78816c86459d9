package org.childfile.ingest.connect;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.childfile.ingest.connector.Endpoint;
import org.childfile.ingest.connector.PullFailed;

/**
 * The address of one request: a department's base URL and a path below it. What an answer says (a file's name, a cursor)
 * becomes part of the path, so the path is not believed: it can lead neither to another host nor above the base.
 */
public final class RequestAddress {

    private static final Pattern PLAIN_NAME = Pattern.compile("[^/\\\\%:\\p{Cntrl}]{1,200}");

    private RequestAddress() {}

    /**
     * The base URL of a peer.
     *
     * @throws PullFailed if it is none; its text may hold a password, so the message shows only where it comes from
     */
    public static URI base(Endpoint endpoint, Map<String, String> environment) {
        String url = endpoint.url().resolve(environment).strip();
        try {
            URI uri = URI.create(url);
            if (uri.getScheme() != null
                    && uri.getScheme().matches("https?|file|sftp")
                    && (uri.getHost() != null || uri.getScheme().equals("file"))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw noBase(endpoint);
        }
        throw noBase(endpoint);
    }

    private static PullFailed noBase(Endpoint endpoint) {
        return new PullFailed(
                PullFailed.Reason.NOT_CONFIGURED,
                endpoint.file() + ": " + endpoint.url()
                        + " is no URL that begins with http:, https:, file: or sftp: and names a host");
    }

    /**
     * The whole address.
     *
     * @param path begins with {@code /}; what a department said stands in it percent-encoded
     * @throws PullFailed for a path that leads elsewhere
     */
    public static URI of(URI base, String path) {
        String start = base.toString().replaceAll("/+$", "");
        try {
            URI address = URI.create(start + path);
            if (path.startsWith("/")
                    && same(base, address)
                    && address.getFragment() == null
                    && below(address.getRawPath(), URI.create(start).getRawPath())) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw elsewhere();
        }
        throw elsewhere();
    }

    /** Whether a file's name is one, and no way to another folder. */
    static boolean plainName(String name) {
        return PLAIN_NAME.matcher(name).matches() && !name.equals(".") && !name.equals("..");
    }

    private static boolean same(URI base, URI address) {
        return base.getScheme().equals(address.getScheme())
                && String.valueOf(base.getRawAuthority()).equals(String.valueOf(address.getRawAuthority()));
    }

    /** Servers and proxies differ in when they decode, so no way up may show once or twice decoded either. */
    private static boolean below(String path, String base) {
        String once = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        return path.startsWith(base + "/")
                && !path.startsWith(base + "//")
                && plainSteps(path)
                && plainSteps(once)
                && (!once.contains("%") || plainSteps(decodedLeniently(once)));
    }

    private static String decodedLeniently(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static boolean plainSteps(String path) {
        return !path.contains("\\")
                && path.chars().noneMatch(Character::isISOControl)
                && Arrays.stream(path.split("/", -1)).noneMatch(step -> step.equals(".") || step.equals(".."));
    }

    private static PullFailed elsewhere() {
        return new PullFailed(
                PullFailed.Reason.FORBIDDEN_ADDRESS,
                "the request would leave the department's base URL; such a path is not asked for");
    }
}
