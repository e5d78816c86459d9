package org.childfile.jobs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.childfile.access.keys.TestKeys;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.connector.Connector.Format;
import org.childfile.ingest.landing.Sealing;
import org.childfile.ingest.push.Inbox;
import org.childfile.ingest.push.Receipt;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Departments that push: what a night of a world brought, cut into pushes, and the signatures of them. */
final class Pushes {

    static final Map<String, String> ENVIRONMENT =
            Map.of("TEST_PUSH_SECRET", "whsec_" + Base64.getEncoder().encodeToString(new byte[32]));

    private static int ids;

    private Pushes() {}

    /** A record that can be pushed. */
    record Told(String feed, List<String> header, byte[] content) {
        String text() {
            return new String(content, StandardCharsets.UTF_8);
        }

        Told with(String text) {
            return new Told(feed, header, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The connectors of the tests, of which every feed but workbooks takes pushes. */
    static Path connectors() {
        Path connectors = TestFiles.connectors();
        try (var files = Files.newDirectoryStream(connectors, "*.yaml")) {
            for (Path file : files) {
                String text = Files.readString(file).replaceAll("(?m)^push:.*\\R", "");
                String push = "\npush: {secrets: [\"${TEST_PUSH_SECRET}\"], max-body: 4MB, max-records: 5000}\n";
                Files.writeString(
                        file, text.contains("type: xlsx") ? text : text + push, StandardOpenOption.TRUNCATE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return connectors;
    }

    /** The records that a run kept because they were new or changed, in the order in which they came. */
    static List<Told> of(Nights nights, Run run) {
        Sealing sealing = new Sealing(TestKeys.of(nights.database()));
        return JdbcClient.create(nights.database())
                .sql("""
                        select p.feed, p.header, r.pull_id, r.seq, r.content
                        from landing.record r join landing.pull p using (pull_id)
                        where p.run_id = :run and p.state = 'landed' and r.reason is null
                        order by r.pull_id, r.seq""")
                .param("run", run.runId())
                .query((row, number) -> new Told(
                        row.getString(1),
                        Arrays.asList((String[]) row.getArray(2).getArray()),
                        sealing.openContent(row.getLong(3), row.getInt(4), row.getBytes(5))))
                .list()
                .stream()
                .filter(told -> nights.connectors()
                        .find(told.feed())
                        .orElseThrow()
                        .push()
                        .isPresent())
                .toList();
    }

    /** Pushes some records of one feed as one body. */
    static Receipt push(Nights nights, List<Told> records) {
        byte[] body = body(nights.connectors().find(records.getFirst().feed()).orElseThrow(), records);
        Inbox.Outcome outcome = take(nights.inbox(), records.getFirst().feed(), "msg-" + ++ids, body);
        if (outcome instanceof Inbox.Outcome.Taken taken) {
            return taken.receipt();
        }
        throw new AssertionError(outcome);
    }

    static Inbox.Outcome take(Inbox inbox, String feed, String id, byte[] body) {
        String timestamp = Long.toString(Instant.now().getEpochSecond());
        return inbox.take(feed, id, timestamp, signature(id, timestamp, body), body);
    }

    static Inbox.Outcome ask(Inbox inbox, Receipt receipt) {
        String timestamp = Long.toString(Instant.now().getEpochSecond());
        return inbox.receipt(
                receipt.feed(), receipt.id(), "asks", timestamp, signature("asks", timestamp, new byte[0]));
    }

    static String signature(String id, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] body(Connector connector, List<Told> records) {
        List<byte[]> contents = records.stream().map(Told::content).toList();
        return switch (connector.format()) {
            case Format.Json json -> {
                String open = json.records().substring(1).replace("/", "\":{\"");
                yield joined("{\"" + open + "\":[", ",", contents, "]" + "}".repeat(open.split("\\{", -1).length));
            }
            case Format.Xml ignored -> joined("<pushed>", "\n", contents, "</pushed>");
            case Format.Ndjson ndjson -> gzip(ndjson.gzip(), joined("", "\n", contents, "\n"));
            case Format.Csv csv -> {
                String header = String.join(
                        Character.toString(csv.delimiter()), records.getFirst().header());
                List<byte[]> lines = new ArrayList<>(List.of(header.getBytes(csv.landedCharset())));
                lines.addAll(contents);
                yield gzip(csv.gzip(), joined("", "\r\n", lines, "\r\n"));
            }
            case Format.Xlsx ignored -> throw new IllegalArgumentException("workbooks are not pushed here");
        };
    }

    private static byte[] joined(String before, String between, List<byte[]> parts, String after) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < parts.size(); i++) {
            out.writeBytes(i == 0 ? new byte[0] : between.getBytes(StandardCharsets.UTF_8));
            out.writeBytes(parts.get(i));
        }
        out.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static byte[] gzip(boolean packed, byte[] plain) {
        if (!packed) {
            return plain;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
