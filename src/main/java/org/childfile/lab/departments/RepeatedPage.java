package org.childfile.lab.departments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Serves the records of a page again as the next page; all else of the next page is as it should be. Pages behind a
 * cursor are counted as their cursors are given out.
 */
final class RepeatedPage implements Tampering {

    private static final ContentEdit NONE =
            new ContentEdit(content -> {}, false, total -> total, UnaryOperator.identity());

    private final String feed;
    private final int page;
    private final Map<String, String> before = new ConcurrentHashMap<>();
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

    RepeatedPage(String feed, int page) {
        this.feed = feed;
        this.page = page;
    }

    @Override
    public DepartmentAnswer apply(int nth, String pathAndQuery, DepartmentAnswer honest) {
        return apply(nth, pathAndQuery, honest, other -> {
            throw new IllegalStateException("a repeated page needs the other answers of the feed");
        });
    }

    @Override
    public DepartmentAnswer apply(
            int nth, String pathAndQuery, DepartmentAnswer honest, Function<String, DepartmentAnswer> others) {
        if (honest.status() != 200 || pathAndQuery.startsWith("/oauth/") || Lies.isBusinessError(feed, honest)) {
            return honest;
        }
        if (feed.equals("health")) {
            return cursored(pathAndQuery, honest, others);
        }
        return PageNumber.of(pathAndQuery) == page + 1
                ? repeated(others.apply(PageNumber.with(pathAndQuery, page)), honest)
                : honest;
    }

    private DepartmentAnswer cursored(
            String pathAndQuery, DepartmentAnswer honest, Function<String, DepartmentAnswer> others) {
        String cursor = cursor(pathAndQuery);
        int number = cursor.isEmpty() ? 1 : numbers.getOrDefault(cursor, 0);
        String next = JsonMapper.shared().readTree(honest.body()).path("next").asString("");
        if (!next.isEmpty()) {
            numbers.put(next, number + 1);
            before.put(next, pathAndQuery);
        }
        String earlier = before.get(cursor);
        return number == page + 1 && earlier != null ? repeated(others.apply(earlier), honest) : honest;
    }

    private static String cursor(String pathAndQuery) {
        return DepartmentRequest.form(pathAndQuery.substring(pathAndQuery.indexOf('?') + 1))
                .getOrDefault("cursor", "");
    }

    private DepartmentAnswer repeated(DepartmentAnswer earlier, DepartmentAnswer honest) {
        ContentFormat format = ContentFormat.of(feed);
        try {
            return honest.withBody(format.write(format.read(earlier.body()), honest.body(), NONE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
