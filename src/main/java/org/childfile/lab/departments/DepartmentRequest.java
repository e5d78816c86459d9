package org.childfile.lab.departments;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One request, as a department sees it.
 *
 * @param url path and query as sent, with the department's prefix: what a signature is over
 * @param path below the department's prefix
 * @param night whose state is to be served
 */
record DepartmentRequest(
        String url,
        String path,
        Map<String, String> query,
        Function<String, Optional<String>> headers,
        String body,
        int night) {

    static Map<String, String> form(String encoded) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refused(400, "the query or form is not URL-encoded");
        }
    }

    /** A number of the query from 1 up to a limit. */
    int number(String name, int otherwise, int limit) {
        String text = query.get(name);
        if (text == null) {
            return otherwise;
        }
        int number = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > limit) {
            throw new Refused(400, name + " must be a number from 1 to " + limit);
        }
        return number;
    }

    int page(String name) {
        return number(name, 1, 999_999_999);
    }

    Optional<String> since() {
        return Optional.ofNullable(query.get("since")).filter(text -> !text.isEmpty());
    }

    void mustShow(String header, String secret) {
        if (!same(headers.apply(header).orElse(""), secret)) {
            throw new Refused(401, header + " is missing or wrong");
        }
    }

    static boolean same(String given, String wanted) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
    }
}
