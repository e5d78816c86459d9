package org.childfile.api;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Requests of a department that signs. */
final class Signed {

    private static final AtomicInteger IDS = new AtomicInteger();

    private Signed() {}

    /** A body of the health feed: records of children that there are not. */
    static String body(int records) {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < records; i++) {
            items.append(i == 0 ? "" : ",")
                    .append("{\"recordId\":\"HP")
                    .append(i)
                    .append("\",\"name\":\"张小推\",\"updatedAt\":\"2025-11-22T08:00:00+08:00\"}");
        }
        return "{\"items\":[" + items + "]}";
    }

    static String id() {
        return "msg-" + IDS.incrementAndGet();
    }

    static Asked push(String id, String body) {
        return Asked.post("", "/feeds/health/records", body, headers("first", id, Instant.now(), body));
    }

    static Asked receipt(String receipt) {
        return Asked.get("", "/feeds/health/receipts/" + receipt, headers("first", id(), Instant.now(), ""));
    }

    static String[] headers(String secret, String id, Instant moment, String body) {
        String timestamp = Long.toString(moment.getEpochSecond());
        return new String[] {
            "webhook-id",
            id,
            "webhook-timestamp",
            timestamp,
            "webhook-signature",
            "v1," + sign(secret, id, timestamp, body)
        };
    }

    private static byte[] key(String name) {
        return (name + " secret of the tests, and long enough").getBytes(StandardCharsets.UTF_8);
    }

    private static String sign(String secret, String id, String timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(secret), "HmacSHA256"));
            byte[] signed = (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder().encodeToString(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
