package org.childfile.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.childfile.api.Description.Operation;
import org.childfile.cli.run.TestServing;
import org.childfile.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The description of the API and the running program say the same. */
class OpenApiTest {

    private static final TestServing SERVING = TestServing.get();
    private static final String CITY = SERVING.token("city", "care", "");
    private static final String CALLER = SERVING.token("district", "wake-up", "50");
    private static final JdbcClient DATABASE = JdbcClient.create(TestDatabase.dataSource(SERVING.database()));
    private static final String CHILD = one("""
            select child_id from mart.child c
            where (select count(*) from versions.child_version v where v.person_id = c.child_id) > 1 order by 1 limit 1""");
    private static final String CALL = Asked.post(CALLER, "/wakeups", call("SCHOOLING"), "Idempotency-Key", "described")
            .json()
            .path("wakeup_id")
            .stringValue();
    private static final String RECEIPT =
            Signed.push(Signed.id(), Signed.body(1)).json().path("receipt").stringValue();
    private static final String VOLUNTEER = one("select volunteer_id from mart.volunteer order by 1 limit 1");
    private static final String PAIRING = one("select pairing_id from mart.care_duty order by 1 limit 1");

    private final Description description = Description.served();

    private static String one(String sql) {
        return DATABASE.sql(sql).query(String.class).single();
    }

    private static String call(String kind) {
        return "{\"child\": \"" + CHILD + "\", \"kind\": \"" + kind + "\", \"words\": \"made up\"}";
    }

    @Test
    void everyMappedAddressStandsInTheDescriptionAndNoOther() {
        Set<String> described = new TreeSet<>();
        description.operations().forEach(operation -> described.add(operation.toString()));

        assertThat(SERVING.mapped()).isEqualTo(described);
    }

    @Test
    void everyOperationAnswersAsDescribedWithEachOfItsParameters() {
        List<String> faults = new ArrayList<>();
        for (Operation operation : description.operations()) {
            List<String> addresses = new ArrayList<>(List.of(""));
            description
                    .parameters(operation, "query")
                    .forEach(parameter -> addresses.add("?"
                            + parameter.get("name").stringValue() + "="
                            + URLEncoder.encode(sample(operation, parameter), StandardCharsets.UTF_8)));
            for (String address : addresses) {
                Asked asked = ask(operation, operation.path().contains("wakeups") ? CALLER : CITY, address);
                assertThat(asked.status())
                        .as(operation + address + asked.response().body())
                        .isEqualTo(calls(operation) ? 201 : pushes(operation) ? 202 : 200);
                faults.addAll(description.faults(operation, asked));
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everyRefusalIsAsDescribed() {
        List<String> faults = new ArrayList<>();
        for (Operation operation : description.operations()) {
            if (operation.described().has("security")) {
                continue;
            }
            faults.addAll(refused(operation, ask(operation, "", ""), 401));
            faults.addAll(refused(operation, ask(operation, CITY + "x", ""), 401));
            faults.addAll(refused(operation, ask(operation, CITY, "", "X-Purpose", "curiosity"), 403));
            faults.addAll(refused(operation, ask(operation, CITY, "?unknown=1"), 400));
            if (operation.path().contains("{id}")) {
                faults.addAll(refused(operation, Asked.get(CITY, path(operation, "nobody", "1")), 404));
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void whatIsKnownAlreadyIsNotSentAgain() {
        List<String> faults = new ArrayList<>();
        for (Operation operation : description.operations()) {
            if (operation.described().path("responses").has("304")) {
                String tag = ask(operation, CITY, "").header("ETag");
                faults.addAll(refused(operation, ask(operation, CITY, "", "If-None-Match", tag), 304));
            }
        }
        assertThat(faults).isEmpty();
    }

    private List<String> refused(Operation operation, Asked asked, int status) {
        assertThat(asked.status()).as(operation + " " + asked.response().body()).isEqualTo(status);
        return description.faults(operation, asked);
    }

    private static Asked ask(Operation operation, String token, String query, String... headers) {
        String address = path(operation, id(operation), "1") + query;
        if (operation.path().contains("/feeds/")) {
            return pushes(operation) ? Signed.push(Signed.id(), Signed.body(1)) : Signed.receipt(RECEIPT);
        }
        return operation.method().equals("POST")
                ? Asked.post(
                        token,
                        address,
                        calls(operation) ? call("HARDSHIP") : "{\"id_number\": \"500112201001010017\"}",
                        headers)
                : Asked.get(token, address, headers);
    }

    private static String id(Operation operation) {
        if (operation.path().contains("pairings")) {
            return PAIRING;
        }
        if (operation.path().contains("wakeups")) {
            return CALL;
        }
        return operation.path().contains("volunteers") ? VOLUNTEER : CHILD;
    }

    private static boolean pushes(Operation operation) {
        return operation.path().endsWith("/records") && operation.method().equals("POST");
    }

    private static boolean calls(Operation operation) {
        return operation.method().equals("POST") && operation.path().endsWith("/wakeups");
    }

    private static String path(Operation operation, String id, String version) {
        return operation
                .path()
                .substring("/api/v1".length())
                .replace("{id}", id)
                .replace("{version}", version)
                .replace("{division}", "50")
                .replace("{a}", version)
                .replace("{b}", "2");
    }

    /** A value of a parameter as it may be sent. */
    private static String sample(Operation operation, JsonNode parameter) {
        return switch (parameter.get("name").stringValue()) {
            case "name" -> "王";
            case "pinyin" -> "wang";
            case "division" -> "50";
            case "kind" -> operation.path().endsWith("/wakeups") ? "ILLNESS" : "21";
            case "rule" -> "31";
            case "state" -> operation.path().endsWith("/pairings") ? "active" : "overdue";
            case "child" -> CHILD;
            case "open" -> "true";
            case "limit" -> "2";
            case "cursor" -> cursor(operation);
            case "volunteer" -> VOLUNTEER;
            case "asOf" -> "2199-12-31";
            case "recorded" -> "2199-12-31";
            case "after" -> "1-1";
            case "wait" -> "0";
            default -> throw new IllegalStateException("no sample for " + parameter.get("name"));
        };
    }

    private static String cursor(Operation operation) {
        String path = operation.path();
        if (path.endsWith("/versions")) {
            return "1";
        }
        if (path.endsWith("/wakeups")) {
            return CALL;
        }
        return path.endsWith("/hidden-children") ? CHILD + ".31" : CHILD;
    }
}
