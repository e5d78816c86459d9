package org.childfile.security;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.childfile.security.Revocations.Revoked;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of revoked tokens. */
final class RevocationStore {

    private final JdbcClient jdbc;

    RevocationStore(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    void add(@Nullable String tokenId, @Nullable String subject, String actor, String reason) {
        jdbc.sql("""
                        insert into rights.revoked_token (token_id, subject, actor, reason)
                        values (:token, :subject, :actor, :reason)""")
                .param("token", tokenId)
                .param("subject", subject)
                .param("actor", actor)
                .param("reason", reason)
                .update();
    }

    /** Those that a living token can be among: what was revoked since a moment. */
    RevokedTokens since(Instant moment) {
        Set<String> tokens = new HashSet<>();
        Map<String, Instant> subjects = new HashMap<>();
        for (Revoked each : read(OffsetDateTime.ofInstant(moment, ZoneOffset.UTC), Integer.MAX_VALUE)) {
            if (each.subject() == null) {
                tokens.add(String.valueOf(each.tokenId()));
            } else {
                subjects.merge(each.subject(), each.at(), (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        return new RevokedTokens(tokens, subjects);
    }

    /** The latest ones, the last first. */
    List<Revoked> latest(int limit) {
        return read(OffsetDateTime.ofInstant(Instant.now().minus(Duration.ofDays(36_500)), ZoneOffset.UTC), limit);
    }

    private List<Revoked> read(OffsetDateTime since, int limit) {
        return jdbc.sql("""
                        select token_id, subject, at, actor, reason from rights.revoked_token
                        where at > :since order by number desc limit :limit""")
                .param("since", since)
                .param("limit", limit)
                .query((row, number) -> new Revoked(
                        row.getString("token_id"),
                        row.getString("subject"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("reason")))
                .list();
    }
}
