package org.childfile.lab.departments;

import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What goes wrong with departments, each as a {@link Tampering}. Those that change the contents keep totals, checksums
 * and row counts true to what is sent, unless lying about them is the fault. "First" counts from the setting of the
 * tampering, and for civil-affairs the token requests count too. What the contents of a feed look like follows from the
 * feed's name, so it must be the one that the tampering is set on.
 */
public final class Faults {

    private Faults() {}

    /** No answer at all. */
    public static Tampering serverDown() {
        return (nth, path, honest) -> honest.withEnding(Ending.CLOSED);
    }

    /** HTTP 500 for the first requests, then all is well. */
    public static Tampering failsFirst(int requests) {
        return first(requests, (nth, path, honest) -> DepartmentAnswer.json(500, Pages.error(50000, "internal error")));
    }

    /** HTTP 429 with Retry-After for the first requests, then all is well. */
    public static Tampering busyFirst(int requests, int retryAfterSeconds) {
        return first(
                requests,
                (nth, path, honest) -> DepartmentAnswer.json(429, Pages.error(42900, "too many requests"))
                        .withHeader("Retry-After", Integer.toString(retryAfterSeconds)));
    }

    /** A login page with status 200, as a gateway puts it in the way. */
    public static Tampering htmlPage() {
        byte[] page = "<!DOCTYPE html>\n<html><head><title>登录</title></head><body>请先登录</body></html>\n"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return (nth, path, honest) -> DepartmentAnswer.of("text/html;charset=UTF-8", page);
    }

    /** HTTP 200 with business code 50001 for every page; for civil-affairs. Tokens are still given out. */
    public static Tampering businessError() {
        return (nth, path, honest) ->
                path.startsWith("/oauth/") ? honest : DepartmentAnswer.json(200, Pages.error(50001, "system busy"));
    }

    /** The first request for a page is answered with "token expired"; for civil-affairs. */
    public static Tampering tokenExpiresAtPage(int page) {
        AtomicBoolean done = new AtomicBoolean();
        return (nth, path, honest) ->
                !path.startsWith("/oauth/") && PageNumber.of(path) == page && done.compareAndSet(false, true)
                        ? DepartmentAnswer.json(200, Pages.error(40101, "token expired"))
                        : honest;
    }

    /** Every body comes byte by byte and does not end within the test. */
    public static Tampering dripping() {
        return (nth, path, honest) -> honest.withEnding(Ending.DRIPPING);
    }

    /** Every record has an empty text in a field. */
    public static Tampering emptied(String feed, String field) {
        return new ContentFault(feed, ContentEdit.emptied(field));
    }

    /** Every body breaks off in the middle. */
    public static Tampering cutShort() {
        return cutShortFirst(Integer.MAX_VALUE);
    }

    /** The bodies of the first requests break off in the middle, then all is well. */
    public static Tampering cutShortFirst(int requests) {
        return first(requests, (nth, path, honest) -> honest.withEnding(Ending.CUT_SHORT));
    }

    /** Every page tells of so many records more, or fewer if negative; for feeds with a total. */
    public static Tampering totalOffBy(String feed, int difference) {
        return new ContentFault(feed, ContentEdit.total(total -> Math.max(0, total + difference)));
    }

    /** The manifest's checksum is another file's; for education. */
    public static Tampering wrongChecksum() {
        return Lies.inManifest(manifest -> manifest.put("sha256", "0".repeat(64)));
    }

    /** The manifest tells of so many rows more, or fewer if negative; for education. */
    public static Tampering rowsOffBy(int difference) {
        return Lies.inManifest(
                manifest -> manifest.put("rows", manifest.path("rows").asInt() + difference));
    }

    /** X-Row-Count tells of so many lines more, or fewer if negative; for medical-insurance. */
    public static Tampering rowCountOffBy(int difference) {
        return Lies.inRowCount(difference);
    }

    /** A page's records come again as the next page, under the next page's number; for feeds with pages. */
    public static Tampering repeatedPage(String feed, int page) {
        return new RepeatedPage(feed, page);
    }

    /** The feed holds nothing: pages without records, or a header without rows. */
    public static Tampering emptySnapshot(String feed) {
        return new ContentFault(feed, ContentEdit.empty());
    }

    /** A column is missing, or a field in every record. */
    public static Tampering withoutField(String feed, String field) {
        return new ContentFault(feed, ContentEdit.withoutField(field));
    }

    /** The first record lacks a field; in a table its cell is empty. */
    public static Tampering firstRecordWithout(String feed, String field) {
        return new ContentFault(feed, ContentEdit.firstRecordWithout(field));
    }

    /** A column named {@code unexpected}, or a field in every record, that is not in the contract. */
    public static Tampering unknownField(String feed) {
        return new ContentFault(feed, ContentEdit.unknownField());
    }

    /** One field of the first record is poison. */
    public static Tampering poison(String feed, String field, Poison poison) {
        return new ContentFault(feed, poison.in(feed, field));
    }

    /** The first record comes twice. */
    public static Tampering keyTwice(String feed) {
        return new ContentFault(feed, ContentEdit.firstTwice(record -> {}));
    }

    /** The first record comes a second time right behind itself, with another value in a field. */
    public static Tampering keyTwice(String feed, String field, String otherValue) {
        return new ContentFault(feed, ContentEdit.firstTwice(record -> record.put(field, otherValue)));
    }

    /** Pages have a document type declaration; for public-security. */
    public static Tampering documentType() {
        return XmlFaults.documentType();
    }

    /** Pages take the first person's name from a file of the reader's machine; for public-security. */
    public static Tampering externalEntity() {
        return XmlFaults.externalEntity();
    }

    /** A small gzip of 1 GiB of zeros, with a checksum that is right; for education and medical-insurance. */
    public static Tampering gzipBomb(String feed) {
        return Bombs.gzip(feed);
    }

    /** The first sheet unpacks to more than 1 GiB; for political-legal. */
    public static Tampering workbookBomb() {
        return Bombs.workbook();
    }

    /** Every request is redirected. */
    public static Tampering redirect(String location) {
        return (nth, path, honest) -> honest.withStatus(302).withHeader("Location", location);
    }

    /** The manifest names another file; for education. */
    public static Tampering manifestNames(String file) {
        return Lies.inManifest(manifest -> manifest.put("file", file));
    }

    /** Every page's cursor of the next page is this text; for health. */
    public static Tampering cursor(String next) {
        return (nth, path, honest) -> {
            ObjectNode page = (ObjectNode) JsonMapper.shared().readTree(honest.body());
            page.put("next", next);
            return honest.withBody(JsonMapper.shared().writeValueAsBytes(page));
        };
    }

    /** Any fault, for the first requests only. */
    public static Tampering first(int requests, Tampering fault) {
        return new AtFirst(requests, fault);
    }
}
