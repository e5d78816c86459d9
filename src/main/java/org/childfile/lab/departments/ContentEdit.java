package org.childfile.lab.departments;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * A change of a feed's contents.
 *
 * @param page changes the records of an answer
 * @param firstPageOnly whether it leaves the other pages' records alone
 * @param total from the honest total of all pages to the one that is told
 * @param bytes changes the written text, or the parts of a workbook, before they are packed
 */
record ContentEdit(Consumer<Content> page, boolean firstPageOnly, IntUnaryOperator total, UnaryOperator<byte[]> bytes) {

    static ContentEdit total(IntUnaryOperator total) {
        return new ContentEdit(content -> {}, false, total, UnaryOperator.identity());
    }

    static ContentEdit empty() {
        return new ContentEdit(content -> content.records().clear(), false, total -> 0, UnaryOperator.identity());
    }

    static ContentEdit withoutField(String field) {
        return everywhere(content -> {
            content.columns().remove(field);
            content.records().forEach(record -> record.remove(field));
        });
    }

    static ContentEdit emptied(String field) {
        return everywhere(content -> content.records().forEach(record -> record.put(field, "")));
    }

    static ContentEdit unknownField() {
        return everywhere(content -> {
            if (!content.columns().isEmpty()) {
                content.columns().add("unexpected");
            }
            content.records().forEach(record -> record.put("unexpected", "new"));
        });
    }

    static ContentEdit firstRecordWithout(String field) {
        return first(record -> record.remove(field));
    }

    static ContentEdit first(Consumer<Map<String, Object>> change) {
        return first(change, UnaryOperator.identity());
    }

    static ContentEdit first(Consumer<Map<String, Object>> change, UnaryOperator<byte[]> bytes) {
        return new ContentEdit(
                content -> content.records().stream().findFirst().ifPresent(change), true, total -> total, bytes);
    }

    static ContentEdit firstTwice(Consumer<Map<String, Object>> change) {
        return new ContentEdit(
                content -> {
                    if (!content.records().isEmpty()) {
                        Map<String, Object> again =
                                new LinkedHashMap<>(content.records().getFirst());
                        change.accept(again);
                        content.records().add(1, again);
                    }
                },
                true,
                total -> total == 0 ? 0 : total + 1,
                UnaryOperator.identity());
    }

    private static ContentEdit everywhere(Consumer<Content> page) {
        return new ContentEdit(page, false, total -> total, UnaryOperator.identity());
    }

    /** Puts bytes that no writer would write in the place of a word that stands in for them. */
    static UnaryOperator<byte[]> instead(String word, byte[] bytes) {
        // Latin-1 keeps every byte as it is, whatever the text's own encoding; the word is ASCII.
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        return body ->
                new String(body, StandardCharsets.ISO_8859_1).replace(word, raw).getBytes(StandardCharsets.ISO_8859_1);
    }
}
