package org.childfile.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.childfile.privacy.KeyTokens;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Parser;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code childfile sql "SELECT …"}: one read-only query on the published views. */
@Command(name = "sql")
final class SqlCommand extends AskingCommand {

    private static final int MAX_CELL = 60;
    private static final Pattern QUESTION = Pattern.compile(
            "^(\\s|\\(|--[^\n]*\n|/\\*.*?\\*/)*(select|with|values|table|show|explain)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    @Parameters(paramLabel = "QUERY")
    private String query = "";

    @ArgGroup
    private Form form = new Form();

    /** How the rows are printed. */
    static final class Form {
        @Option(names = "--csv", descriptionKey = "sql.csv")
        private boolean csv;

        @Option(names = "--json", descriptionKey = "sql.json")
        private boolean json;
    }

    private @Nullable KeyTokens tokens;

    SqlCommand(Shell shell) {
        super(shell);
    }

    @Override
    int look(Connection connection) throws SQLException {
        refuseAllButOneQuestion();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(1000);
            try (ResultSet rows = statement.executeQuery(query)) {
                if (form.csv) {
                    csv(rows);
                } else if (form.json) {
                    json(rows);
                } else {
                    text(rows);
                }
            }
            return ExitCode.DONE;
        } catch (SQLException e) {
            throw new WrongUse("the query cannot be run: " + e.getMessage());
        }
    }

    /** A read-only transaction guards against one statement; several could end it and begin another. */
    private void refuseAllButOneQuestion() throws SQLException {
        List<NativeQuery> statements = Parser.parseJdbcSql(query, true, false, true, false, false);
        boolean question = statements.size() == 1
                && QUESTION.matcher(statements.getFirst().nativeSql).find();
        if (!question) {
            throw new WrongUse("the query cannot be run: it is to be one question, beginning with"
                    + " SELECT, WITH, VALUES, TABLE, SHOW or EXPLAIN");
        }
    }

    private void text(ResultSet rows) throws SQLException {
        ResultSetMetaData meta = rows.getMetaData();
        String[] header = new String[meta.getColumnCount()];
        for (int i = 0; i < header.length; i++) {
            boolean number =
                    meta.getColumnClassName(i + 1).matches("java.lang.(Integer|Long|Double)|java.math.BigDecimal");
            header[i] = meta.getColumnLabel(i + 1) + (number ? ">" : "");
        }
        TextTable table = new TextTable(header);
        while (rows.next()) {
            String[] cells = new String[header.length];
            for (int i = 0; i < cells.length; i++) {
                String cell = cell(rows, i + 1);
                cells[i] = cell == null ? "" : cell.length() > MAX_CELL ? cell.substring(0, MAX_CELL - 1) + "…" : cell;
            }
            table.row(cells);
        }
        table(table);
    }

    /** A cell as text; a key that stands there as a token as its department writes it. */
    private @Nullable String cell(ResultSet rows, int column) throws SQLException {
        String text = rows.getString(column);
        if (text == null || !KeyTokens.stand(text)) {
            return text;
        }
        if (tokens == null) {
            tokens = keys().tokens();
        }
        return tokens.clear(text);
    }

    private void csv(ResultSet rows) throws SQLException {
        try {
            CSVPrinter printer = new CSVPrinter(
                    shell().out(), CSVFormat.RFC4180.builder().setHeader(rows).get());
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    printer.print(cell(rows, i));
                }
                printer.println();
            }
            printer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void json(ResultSet rows) throws SQLException {
        ResultSetMetaData meta = rows.getMetaData();
        while (rows.next()) {
            Map<String, Object> row = new LinkedHashMap<>();
            for (int i = 1; i <= meta.getColumnCount(); i++) {
                row.put(meta.getColumnLabel(i), cell(rows, i));
            }
            print(JsonMapper.shared().writeValueAsString(row));
        }
    }
}
