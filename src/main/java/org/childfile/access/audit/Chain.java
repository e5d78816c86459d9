package org.childfile.access.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.childfile.access.privacy.AuditKeys;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the access log hangs together: the hash of a row is the keyed digest (HMAC) of the hash of the row before it and the
 * row as a JSON array (RFC 8259, without white space), so that whoever lacks the key can alter, put in and take out nothing
 * but whole ends of it unseen.
 */
final class Chain {

    private Chain() {}

    /**
     * A row as it is bound.
     *
     * @param at to the microsecond
     * @param key the name of the key that binds it; empty for rows of the time before there was one
     */
    record Row(
            long seq,
            Instant at,
            String subject,
            String role,
            String purpose,
            String door,
            String action,
            @Nullable String person,
            List<String> attributes,
            String detail,
            String issuer,
            String reason,
            String key) {}

    /** The rows of an access, one a person, that go on from a place. */
    static List<Row> rows(Access access, long last, Instant at, String key) {
        List<@Nullable String> persons = new ArrayList<>(access.personIds());
        if (persons.isEmpty()) {
            persons.add(null);
        }
        List<Row> rows = new ArrayList<>();
        for (@Nullable String person : persons) {
            rows.add(new Row(
                    last + rows.size() + 1,
                    at,
                    access.subject(),
                    access.role(),
                    access.purpose(),
                    access.door(),
                    access.action(),
                    person,
                    access.attributes(),
                    access.detail(),
                    access.issuer(),
                    access.reason(),
                    key));
        }
        return rows;
    }

    /** The hash of a row; empty where the key that bound it is not here. */
    static Optional<byte[]> hash(AuditKeys keys, byte[] previous, Row row) {
        List<@Nullable Object> said = Arrays.asList(
                row.seq(),
                ChronoUnit.MICROS.between(Instant.EPOCH, row.at()),
                row.subject(),
                row.role(),
                row.purpose(),
                row.door(),
                row.action(),
                row.person(),
                row.attributes(),
                row.detail(),
                row.issuer(),
                row.reason(),
                row.key());
        return keys.digest(
                row.key(),
                previous,
                JsonMapper.shared().writeValueAsString(said).getBytes(StandardCharsets.UTF_8));
    }
}
