package org.childfile.lab.departments;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The applications that one department takes, each once: an idempotency key that it knows is answered with the receipt that
 * it gave before. How one goes on follows from a hash of its key, a step each time somebody asks how it stands.
 */
final class Applications {

    /** How applications go: the places of {@link Words#states()}. The last one is taken, and then nothing. */
    private static final List<int[]> WAYS = List.of(
            new int[] {0, 1, 3},
            new int[] {0, 1, 1, 1, 3},
            new int[] {0, 2, 2, 2, 1, 3},
            new int[] {0, 4},
            new int[] {0, 3},
            new int[] {0, 0, 0, 1, 3},
            new int[] {0});

    private static final List<String> TEXTS = List.of("", "", "请补充监护人证明材料", "已解决", "不符合受理条件");

    /**
     * How a department speaks of applications.
     *
     * @param places the paths that take them
     * @param receipt the field of the receipt
     * @param states its words for: received, in hand, asked back, done, refused
     * @param before what stands around the answer, and {@code after} it
     */
    record Words(
            List<String> places,
            String receipt,
            String state,
            String text,
            List<String> states,
            String before,
            String after) {}

    private final String prefix;
    private final Words words;
    private final Map<String, Entry> byKey = new ConcurrentHashMap<>();
    private final Map<String, Entry> byReceipt = new ConcurrentHashMap<>();

    private record Entry(String receipt, int[] way, AtomicInteger asked) {}

    /** @param prefix of its receipts */
    Applications(String prefix, Words words) {
        this.prefix = prefix;
        this.words = words;
    }

    /** Whether a path is one of applications. */
    boolean knows(String path) {
        return place(path).isPresent();
    }

    /** Whether what is sent to a path is one. */
    boolean takes(String path) {
        return words.places().contains(path);
    }

    private Optional<String> place(String path) {
        return words.places().stream()
                .filter(place -> path.equals(place) || path.startsWith(place + "/"))
                .findFirst();
    }

    /** How many different ones it has taken. */
    int count() {
        return byKey.size();
    }

    DepartmentAnswer answer(DepartmentRequest ask) {
        String place = place(ask.path()).orElseThrow(() -> Refused.unknown(ask.path()));
        return ask.path().equals(place) ? take(ask) : status(ask.path().substring(place.length() + 1));
    }

    private DepartmentAnswer take(DepartmentRequest ask) {
        String key = ask.headers().apply("Idempotency-Key").orElse("");
        if (key.isBlank()) {
            throw new Refused(400, "Idempotency-Key is missing");
        }
        try {
            if (!JsonMapper.shared().readTree(ask.body()).isObject()) {
                throw new Refused(400, "the body is no JSON object");
            }
        } catch (JacksonException e) {
            throw new Refused(400, "the body is no JSON");
        }
        Entry entry = byKey.computeIfAbsent(key, this::entry);
        return told(200, entry, 0);
    }

    private Entry entry(String key) {
        CRC32 hash = new CRC32();
        hash.update(key.getBytes(StandardCharsets.UTF_8));
        Entry entry = new Entry(
                prefix + String.format("%010d", hash.getValue()),
                WAYS.get((int) (hash.getValue() % WAYS.size())),
                new AtomicInteger());
        byReceipt.put(entry.receipt(), entry);
        return entry;
    }

    private DepartmentAnswer status(String receipt) {
        Entry entry = byReceipt.get(receipt);
        if (entry == null) {
            throw new Refused(404, "there is no such application");
        }
        return told(200, entry, entry.asked().incrementAndGet());
    }

    private DepartmentAnswer told(int status, Entry entry, int step) {
        int state = entry.way()[Math.min(step, entry.way().length - 1)];
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put(words.receipt(), entry.receipt());
        if (!words.states().isEmpty()) {
            said.put(words.state(), words.states().get(state));
            said.put(words.text(), TEXTS.get(state));
        }
        return DepartmentAnswer.json(status, words.before() + Pages.object(said) + words.after());
    }
}
