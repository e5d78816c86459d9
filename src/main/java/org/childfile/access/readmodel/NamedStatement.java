package org.childfile.access.readmodel;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.childfile.database.SqlFiles;
import org.jspecify.annotations.Nullable;

/** A statement of the read model with its parameters numbered, and their names in that order. */
record NamedStatement(String sql, List<String> names) {

    /** A name behind one colon; two are a cast. */
    private static final Pattern NAMED = Pattern.compile("(?<!:):([a-z_]+)");

    private static final Map<String, NamedStatement> READ = new ConcurrentHashMap<>();

    /** The file {@code NAME.sql} beside this class, read when it is first asked for. */
    static NamedStatement of(String name) {
        return READ.computeIfAbsent(name, NamedStatement::read);
    }

    private static NamedStatement read(String name) {
        List<String> names = new ArrayList<>();
        String sql = NAMED.matcher(SqlFiles.read("access/readmodel/" + name)).replaceAll(parameter -> {
            names.add(parameter.group(1));
            return "?";
        });
        return new NamedStatement(sql, List.copyOf(names));
    }

    /** Sets the parameters from a position on; the position behind them. */
    int set(PreparedStatement prepared, int from, Map<String, @Nullable Object> values) throws SQLException {
        int at = from;
        for (String name : names) {
            set(prepared, at++, values.get(name));
        }
        return at;
    }

    private static void set(PreparedStatement prepared, int at, @Nullable Object value) throws SQLException {
        switch (value) {
            case Integer number -> prepared.setInt(at, number);
            case Long number -> prepared.setLong(at, number);
            case null -> prepared.setString(at, null);
            default -> prepared.setString(at, value.toString());
        }
    }
}
