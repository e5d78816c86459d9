package org.childfile.lab.departments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What departments tell of their files, made false, or true again for a file that was changed. */
final class Lies {

    private Lies() {}

    static Tampering inManifest(Consumer<ObjectNode> change) {
        return (nth, path, honest) -> isManifest(path, honest) ? manifest(honest, change) : honest;
    }

    static Tampering inRowCount(int difference) {
        return (nth, path, honest) -> {
            String told = honest.headers().get("X-Row-Count");
            return told == null
                    ? honest
                    : honest.withHeader("X-Row-Count", Integer.toString(Integer.parseInt(told) + difference));
        };
    }

    static boolean isManifest(String path, DepartmentAnswer honest) {
        return path.equals("/export/latest") && honest.status() == 200;
    }

    static boolean isBusinessError(String feed, DepartmentAnswer honest) {
        return feed.equals("civil-affairs")
                && JsonMapper.shared().readTree(honest.body()).path("code").asInt() != 0;
    }

    /** The manifest with checksum and rows of the file that is really sent. */
    static DepartmentAnswer fitting(DepartmentAnswer manifest, Function<String, DepartmentAnswer> sent) {
        return manifest(manifest, fields -> {
            byte[] file = sent.apply(fields.path("file").asString()).body();
            fields.put("sha256", sha256(file));
            fields.put("rows", rows(file));
        });
    }

    static DepartmentAnswer manifest(DepartmentAnswer honest, Consumer<ObjectNode> change) {
        ObjectNode fields = (ObjectNode) JsonMapper.shared().readTree(honest.body());
        change.accept(fields);
        return honest.withBody(JsonMapper.shared().writeValueAsBytes(fields));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static long rows(byte[] file) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(file))) {
            return CsvRows.count(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
