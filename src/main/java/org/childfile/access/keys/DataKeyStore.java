package org.childfile.access.keys;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.childfile.access.privacy.DataKeys;
import org.childfile.access.privacy.Suite;
import org.childfile.access.privacy.WrappedKey;
import org.childfile.access.privacy.WrappedKey.Kind;
import org.childfile.access.privacy.WrappedKey.State;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables of the schema {@code privacy}. Each statement is whole by itself. Keys are read by
 * connections of their own: one may be met for the first time while the caller's own connection streams rows.
 */
final class DataKeyStore implements DataKeys {

    private final DataSource dataSource;
    private final JdbcClient jdbc;

    DataKeyStore(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public List<WrappedKey> all() {
        return read(
                "select key_id, kind, cipher, master, wrapped, state from privacy.data_key order by key_id",
                row -> new WrappedKey(
                        row.getInt("key_id"),
                        Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        Suite.of(row.getString("cipher")),
                        row.getString("master"),
                        row.getBytes("wrapped"),
                        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT))));
    }

    /** Makes of a row what it holds. */
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> read(String question, Reading<T> reading) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(question);
                ResultSet rows = select.executeQuery()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(reading.of(rows));
            }
            return read;
        } catch (SQLException e) {
            throw new IllegalStateException("the data keys of the warehouse cannot be read", e);
        }
    }

    @Override
    public void begin(List<WrappedKey> first) {
        jdbc.sql("""
                        insert into privacy.data_key (key_id, kind, cipher, master, wrapped, state)
                        select * from unnest(:ids, :kinds, :ciphers, :masters, :wrapped, :states)
                        on conflict do nothing""")
                .param("ids", first.stream().map(WrappedKey::id).toArray(Integer[]::new))
                .param("kinds", texts(first, key -> written(key.kind())))
                .param("ciphers", texts(first, key -> key.suite().written()))
                .param("masters", texts(first, WrappedKey::master))
                .param("wrapped", first.stream().map(WrappedKey::wrapped).toArray(byte[][]::new))
                .param("states", texts(first, key -> written(key.state())))
                .update();
    }

    private static String[] texts(List<WrappedKey> keys, java.util.function.Function<WrappedKey, String> text) {
        return keys.stream().map(text).toArray(String[]::new);
    }

    @Override
    public Set<String> sealedFeeds() {
        return new TreeSet<>(read("select feed from privacy.sealed_feed", row -> row.getString(1)));
    }

    @Override
    public void sealKeysOf(String feed) {
        write("insert into privacy.sealed_feed (feed) values (?) on conflict do nothing", feed);
    }

    @Override
    public Optional<TreeMark> tree() {
        return read(
                        "select salt, proof from privacy.erasure_tree",
                        row -> new TreeMark(row.getBytes("salt"), row.getBytes("proof")))
                .stream()
                .findFirst();
    }

    @Override
    public void beginTree(TreeMark mark) {
        write(
                "insert into privacy.erasure_tree (salt, proof) values (?, ?) on conflict do nothing",
                mark.salt(),
                mark.proof());
    }

    @Override
    public void doom(List<Long> paths) {
        jdbc.sql("insert into privacy.doomed_key (path) select unnest(:paths) on conflict do nothing")
                .param("paths", paths.toArray(Long[]::new))
                .update();
    }

    @Override
    public List<Long> doomed() {
        return read("select path from privacy.doomed_key where destroyed is null", row -> row.getLong(1));
    }

    @Override
    public void destroyed(List<Long> paths) {
        write("update privacy.doomed_key set destroyed = now() where path = any (?)", (Object)
                paths.toArray(Long[]::new));
    }

    /** At once, whatever becomes of the caller's transaction. */
    private void write(String statement, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement writing = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                if (values[i] instanceof Long[] numbers) {
                    writing.setArray(i + 1, connection.createArrayOf("bigint", numbers));
                } else {
                    writing.setObject(i + 1, values[i]);
                }
            }
            writing.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the keys of the warehouse cannot be written", e);
        }
    }

    /** Puts a key in the place of the current one, at once for whoever reads. */
    void replace(WrappedKey next) {
        jdbc.sql("""
                        with replaced as (
                            update privacy.data_key set state = 'retiring'
                            where kind = 'seal' and state = 'current' returning 1)
                        insert into privacy.data_key (key_id, kind, cipher, master, wrapped, state)
                        select :id, :kind, :cipher, :master, :wrapped, 'current' from replaced""")
                .param("id", next.id())
                .param("kind", written(next.kind()))
                .param("cipher", next.suite().written())
                .param("master", next.master())
                .param("wrapped", next.wrapped())
                .update();
    }

    /** Keeps the same key, wrapped by another master key. */
    void rewrap(WrappedKey key) {
        jdbc.sql("update privacy.data_key set master = :master, wrapped = :wrapped where key_id = :id")
                .param("master", key.master())
                .param("wrapped", key.wrapped())
                .param("id", key.id())
                .update();
    }

    /** Ends the rotation: nothing is left that was sealed with the keys that retire. */
    void retire() {
        jdbc.sql("update privacy.data_key set state = 'retired', retired = now() where state = 'retiring'")
                .update();
    }

    private static String written(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
