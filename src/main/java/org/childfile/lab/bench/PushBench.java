package org.childfile.lab.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.childfile.cli.terminal.CommandBase;
import org.childfile.security.Grant;
import org.childfile.security.TokenIssuer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pushes health records of a made world at a serving engine: at a steady rate, until each change is told by the API; and as fast as
 * it can, to see that what was answered 202 is worked off.
 *
 * <p>Over 250 lines, because both measurements share the requests and their signatures.
 */
final class PushBench {

    private static final String SECRET =
            "whsec_" + Base64.getEncoder().encodeToString("a secret of a made world".getBytes(StandardCharsets.UTF_8));

    /** The secret of the engine's health feed. */
    static final Map<String, String> ENVIRONMENT = Map.of("HEALTH_PUSH_SECRET", SECRET);

    private static final int A_SECOND = 50;
    private static final int SECONDS = 60;
    private static final int FLOOD_SECONDS = 10;
    private static final int FLOODING = 8;
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String HEALTHY = "\"diagnoses\":[]";

    private final CommandBase command;
    private final Connection warehouse;
    private final String base;
    private final String token;
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger ids = new AtomicInteger();
    /** Another one each time, so that a kept world changes once more. */
    private final long digit = Instant.now().getEpochSecond() / 60 % 10;

    PushBench(CommandBase command, Path home, Connection warehouse, int port) throws IOException {
        this.command = command;
        this.warehouse = warehouse;
        this.base = "http://127.0.0.1:" + port + "/api/v1";
        Grant grant =
                new Grant("bench", "city", List.of("care"), List.of(""), List.of(), Optional.empty(), "bench-push");
        this.token = new TokenIssuer(home, Clock.systemUTC()).issue(grant, Duration.ofMinutes(60));
    }

    /** Prints both measurements; whether nothing was lost. */
    boolean run(Path health) throws IOException, InterruptedException, SQLException {
        Map<String, String> children = children();
        List<String> healthy = Files.readAllLines(health).stream()
                .filter(line -> line.contains(HEALTHY) && children.containsKey(key(line)))
                .toList();
        boolean arrived = steady(healthy.subList(0, Math.min(healthy.size(), A_SECOND * SECONDS)), children);
        return flood(healthy) && arrived;
    }

    private static String key(String line) {
        return JsonMapper.shared().readTree(line).path("recordId").asString("");
    }

    private Map<String, String> children() throws SQLException {
        Map<String, String> children = new HashMap<>();
        try (PreparedStatement select = warehouse.prepareStatement("""
                        select source_key, min(person_id) from mart.membership where feed = 'health' group by source_key
                        having min(person_id) not in (
                            select person_id from mart.membership where feed = 'health' group by person_id having count(*) > 1)""");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                children.put(row.getString(1), row.getString(2));
            }
        }
        return children;
    }

    private boolean steady(List<String> records, Map<String, String> children) throws InterruptedException {
        Map<String, Long> sent = new ConcurrentHashMap<>();
        Map<String, Long> took = new HashMap<>();
        AtomicInteger refused = new AtomicInteger();
        String cursor = latest();
        Thread sender = Thread.ofPlatform().start(() -> {
            long began = System.nanoTime();
            for (int i = 0; i < records.size(); i++) {
                LockSupport.parkNanos(began + i * 1_000_000_000L / A_SECOND - System.nanoTime());
                String child = children.get(key(records.get(i)));
                sent.putIfAbsent(child, System.nanoTime());
                if (push(ill(records.get(i), "J18." + digit)).statusCode() != 202) {
                    refused.incrementAndGet();
                }
            }
        });
        Instant until = Instant.now().plus(PATIENCE);
        long all =
                records.stream().map(line -> children.get(key(line))).distinct().count();
        while (took.size() < all && Instant.now().isBefore(until)) {
            JsonNode page = get("/changes?limit=5000&wait=1&after=" + cursor);
            for (JsonNode item : page.path("items")) {
                String child = item.path("person_id").asString("");
                Long since = sent.get(child);
                if (since != null) {
                    took.putIfAbsent(child, System.nanoTime() - since);
                }
            }
            String next = page.path("next").asString("");
            if (next.isEmpty() || next.equals(cursor)) {
                LockSupport.parkNanos(LOOK.toNanos());
            } else {
                cursor = next;
            }
        }
        sender.join();
        long[] nanos =
                took.values().stream().mapToLong(Long::longValue).sorted().toArray();
        command.print(command.text(
                "bench.push.steady",
                records.size(),
                A_SECOND,
                refused.get(),
                nanos.length,
                all,
                seconds(nanos, 0.5),
                seconds(nanos, 0.99),
                seconds(nanos, 1)));
        return nanos.length == all;
    }

    private static double seconds(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e9;
    }

    /** Where the feed of changes ends by now. */
    private String latest() throws InterruptedException {
        String cursor = "0-0";
        while (true) {
            String next =
                    get("/changes?limit=5000&after=" + cursor).path("next").asString("");
            if (next.isEmpty() || next.equals(cursor)) {
                return cursor;
            }
            cursor = next;
        }
    }

    private boolean flood(List<String> records) throws InterruptedException, SQLException {
        Map<Integer, AtomicInteger> answers = new ConcurrentHashMap<>();
        long before = count("state = 'done'");
        long end = System.nanoTime() + Duration.ofSeconds(FLOOD_SECONDS).toNanos();
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService senders = Executors.newFixedThreadPool(FLOODING)) {
            for (int i = 0; i < FLOODING; i++) {
                senders.execute(() -> {
                    while (System.nanoTime() < end) {
                        String line = records.get(Math.floorMod(next.getAndIncrement(), records.size()));
                        answers.computeIfAbsent(
                                        push(ill(line, "H52." + digit)).statusCode(), code -> new AtomicInteger())
                                .incrementAndGet();
                    }
                });
            }
            senders.shutdown();
            senders.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        long flooded = System.nanoTime();
        while (count("state <> 'done'") > 0 && System.nanoTime() - flooded < PATIENCE.toNanos()) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
        long taken = answers.getOrDefault(202, new AtomicInteger()).get();
        long busy = answers.getOrDefault(429, new AtomicInteger()).get();
        long others = answers.values().stream().mapToInt(AtomicInteger::get).sum() - taken - busy;
        long done = count("state = 'done'") - before;
        command.print(command.text(
                "bench.push.flood",
                FLOOD_SECONDS,
                taken,
                busy,
                others,
                done,
                taken - done,
                (System.nanoTime() - flooded) / 1e9));
        return taken == done && others == 0;
    }

    private long count(String which) throws SQLException {
        try (PreparedStatement select = warehouse.prepareStatement("select count(*) from landing.push where " + which);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String ill(String line, String icd10) {
        return "{\"items\":["
                + line.replace(
                        HEALTHY,
                        "\"diagnoses\":[{\"icd10\":\"" + icd10 + "\",\"name\":\"-\",\"since\":\"2026-11-01\"}]")
                + "]}";
    }

    private HttpResponse<String> push(String body) {
        String id = "bench-" + ids.incrementAndGet() + "-" + System.nanoTime();
        String timestamp = Long.toString(Instant.now().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/feeds/health/records"))
                .header("webhook-id", id)
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", "v1," + signature(id + "." + timestamp + "." + body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return sent(request);
    }

    private HttpResponse<String> sent(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("the engine does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private JsonNode get(String path) {
        HttpResponse<String> response = sent(HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token)
                .build());
        if (response.statusCode() != 200) {
            throw new IllegalStateException("the API answered " + response.statusCode() + " to " + path);
        }
        return JsonMapper.shared().readTree(response.body());
    }

    private static String signature(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET.substring("whsec_".length())), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
