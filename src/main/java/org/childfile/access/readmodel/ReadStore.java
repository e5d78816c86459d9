package org.childfile.access.readmodel;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.childfile.access.rights.Claims;
import org.childfile.database.SqlFiles;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.RawValue;

/**
 * Puts questions to the published views as who asks them.
 *
 * <p>Role, claims and question go to the server in one message, which PostgreSQL takes as one transaction (the statements
 * of a pipeline up to its end): one way there and back a question, and no claim outlives its question.
 */
public final class ReadStore {

    /** A name behind one colon; two are a cast. */
    private static final Pattern NAMED = Pattern.compile("(?<!:):([a-z_]+)");

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final DataSource dataSource;
    private final UnaryOperator<String> open;
    private final Map<String, Statement> statements = new ConcurrentHashMap<>();

    /** @param open opens the sealed values in a text: PostgreSQL gave it to who may see them */
    public ReadStore(DataSource dataSource, UnaryOperator<String> open) {
        this.dataSource = dataSource;
        this.open = open;
    }

    /** A statement with its parameters numbered, and their names in that order. */
    private record Statement(String sql, List<String> names) {

        static Statement read(String name) {
            List<String> names = new ArrayList<>();
            String sql = NAMED.matcher(SqlFiles.read("access/readmodel/" + name))
                    .replaceAll(parameter -> {
                        names.add(parameter.group(1));
                        return "?";
                    });
            return new Statement(sql, List.copyOf(names));
        }
    }

    public List<Row> rows(Claims claims, ReadQuery question) {
        return rows(claims, List.of(question)).getFirst();
    }

    /** The rows of each question, all in one message to the server and of one moment. */
    public List<List<Row>> rows(Claims claims, List<ReadQuery> questions) {
        List<Statement> asked = questions.stream()
                .map(question -> statements.computeIfAbsent(question.statement(), Statement::read))
                .toList();
        StringBuilder message = new StringBuilder(AsCaller.SET);
        asked.forEach(statement -> message.append(";\n").append(statement.sql()));
        try (Connection connection = dataSource.getConnection();
                PreparedStatement prepared = connection.prepareStatement(message.toString())) {
            prepared.setString(1, claims.json());
            int at = 2;
            for (int i = 0; i < asked.size(); i++) {
                for (String name : asked.get(i).names()) {
                    set(prepared, at++, questions.get(i).parameters().get(name));
                }
            }
            prepared.execute();
            prepared.getMoreResults();
            List<List<Row>> found = new ArrayList<>();
            for (int i = 0; i < asked.size(); i++) {
                prepared.getMoreResults();
                try (ResultSet rows = prepared.getResultSet()) {
                    found.add(read(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new ReadFailed(questions.stream().map(ReadQuery::statement).collect(Collectors.joining(", ")), e);
        }
    }

    private static void set(PreparedStatement prepared, int at, @Nullable Object value) throws SQLException {
        switch (value) {
            case Integer number -> prepared.setInt(at, number);
            case Long number -> prepared.setLong(at, number);
            case null -> prepared.setString(at, null);
            default -> prepared.setString(at, value.toString());
        }
    }

    private List<Row> read(ResultSet rows) throws SQLException {
        ResultSetMetaData meta = rows.getMetaData();
        int width = meta.getColumnCount();
        String[] names = new String[width];
        String[] types = new String[width];
        for (int i = 0; i < width; i++) {
            names[i] = meta.getColumnLabel(i + 1);
            types[i] = meta.getColumnTypeName(i + 1);
        }
        List<Row> read = new ArrayList<>();
        while (rows.next()) {
            Map<String, @Nullable Object> columns = LinkedHashMap.newLinkedHashMap(width);
            for (int i = 0; i < width; i++) {
                columns.put(names[i], value(rows, i + 1, types[i]));
            }
            read.add(new Row(columns));
        }
        return read;
    }

    private @Nullable Object value(ResultSet rows, int at, String type) throws SQLException {
        return switch (type) {
            case "int4", "int8", "int2" -> {
                long number = rows.getLong(at);
                yield rows.wasNull() ? null : number;
            }
            case "float8", "numeric" -> {
                BigDecimal number = rows.getBigDecimal(at);
                yield number == null ? null : number.doubleValue();
            }
            case "bool" -> {
                boolean flag = rows.getBoolean(at);
                yield rows.wasNull() ? null : flag;
            }
            case "timestamptz" -> {
                OffsetDateTime moment = rows.getObject(at, OffsetDateTime.class);
                yield moment == null
                        ? null
                        : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZoneSameInstant(ZONE));
            }
            case "json", "jsonb" -> {
                String json = rows.getString(at);
                yield json == null ? null : new RawValue(open.apply(json));
            }
            case "bytea" -> {
                byte[] bytes = rows.getBytes(at);
                yield bytes == null ? null : HexFormat.of().formatHex(bytes);
            }
            case "_text" -> {
                Array array = rows.getArray(at);
                yield array == null ? null : texts((@Nullable String[]) array.getArray());
            }
            default -> {
                String text = rows.getString(at);
                yield text == null ? null : open.apply(text);
            }
        };
    }

    private @Nullable String[] texts(@Nullable String[] texts) {
        for (int i = 0; i < texts.length; i++) {
            String text = texts[i];
            texts[i] = text == null ? null : open.apply(text);
        }
        return texts;
    }
}
