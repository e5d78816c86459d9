package org.childfile.ingest.mapping;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.privacy.SealedColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Reads standard records back, as streams. */
public final class SourceRecords {

    /** The columns that {@link #read} expects first, in order, of a table or alias {@code r}. */
    public static final String COLUMNS =
            "r.record_id, r.feed, r.source_key, r.withdrawn, r.observed_at, r.attributes::text, r.doubts::text,"
                    + " r.identifiers";

    /** Where identifiers lie sealed. */
    public static final SealedColumn SEALED = new SealedColumn(
            "mapping.source_record", "identifiers", IdentifierBox.COLUMN, List.of("feed", "source_key"));

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final TypeReference<Map<String, Map<String, Object>>> BOX = new TypeReference<>() {};
    private static final int FETCH = 5000;

    private final DataSource dataSource;
    private final Keyring keys;

    public SourceRecords(DataSource dataSource, Keyring keys) {
        this.keys = keys;
        this.dataSource = dataSource;
    }

    /**
     * Streams the rows of a query that selects {@link #COLUMNS}, in the caller's transaction.
     *
     * @param sql with {@code ?} for each argument
     */
    public void stream(String sql, Consumer<SourceRecord> consumer, Object... arguments) {
        streamRows(sql, row -> consumer.accept(read(row)), arguments);
    }

    /** A consumer of rows that may fail as JDBC does. */
    public interface RowConsumer {
        void accept(ResultSet row) throws SQLException;
    }

    /** Streams rows; the caller reads the record and whatever columns follow it. */
    public void streamRows(String sql, RowConsumer consumer, Object... arguments) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(FETCH);
            for (int i = 0; i < arguments.length; i++) {
                select.setObject(i + 1, arguments[i]);
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    consumer.accept(rows);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("source records cannot be read: " + e.getMessage(), e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** A record, whole: its key as the department writes it, and what is sealed among its attributes. */
    public SourceRecord read(ResultSet row) throws SQLException {
        String feed = row.getString(2);
        String storedKey = row.getString(3);
        return new SourceRecord(
                row.getLong(1),
                keys.tokens().clear(feed, storedKey),
                row.getBoolean(4),
                row.getTimestamp(5).toInstant(),
                attributes(row.getString(6), feed, storedKey, row.getBytes(8)),
                object(row.getString(7)));
    }

    private Map<String, Object> attributes(String open, String feed, String storedKey, byte @Nullable [] identifiers) {
        if (identifiers == null) {
            return object(open);
        }
        Map<String, Object> all = new LinkedHashMap<>(object(open));
        all.putAll(sealed(keys, feed, storedKey, identifiers));
        return all;
    }

    /** The attributes of a record that lie sealed. */
    public static Map<String, Object> sealed(Keyring keys, String feed, String storedKey, byte[] box) {
        return MAPPER.readValue(IdentifierBox.open(keys, feed, storedKey, box), BOX)
                .getOrDefault("attributes", Map.of());
    }

    private static Map<String, Object> object(@Nullable String json) {
        return json == null ? Map.of() : MAPPER.readValue(json, OBJECT);
    }
}
