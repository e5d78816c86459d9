package org.childfile.cli.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVPrinter;
import org.childfile.access.readmodel.AskedReads;
import org.childfile.cli.terminal.AnswerTerms;
import org.childfile.cli.terminal.AskingCommand;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.GuardedCsv;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.SqlErrors;
import org.childfile.cli.terminal.TerminalText;
import org.childfile.cli.terminal.TextTable;
import org.childfile.cli.terminal.WhyOptions;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.kernel.CsvCells;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Parser;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code childfile sql "SELECT …"}: one read-only query on the published views. */
@Command(name = "sql")
public final class SqlCommand extends AskingCommand {

    private static final int MAX_CELL = 60;
    /** Schemas of published views, as a query names them. */
    private static final Pattern VIEWS = Pattern.compile("\\b(mart|ops)\\b", Pattern.CASE_INSENSITIVE);

    /** By settings a session says who asks; functions that carry out a text, and names with escapes, could hide that. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("set_config|pg_settings|_to_xml|ts_stat|ts_rewrite|U&", Pattern.CASE_INSENSITIVE);

    private static final Pattern QUESTION = Pattern.compile(
            "^(\\s|\\(|--[^\n]*\n|/\\*.*?\\*/)*(select|with|values|table|show|explain)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    @Parameters(paramLabel = "QUERY")
    private String query = "";

    @Mixin
    private WhyOptions why = new WhyOptions();

    @ArgGroup
    private Form form = new Form();

    /** How the rows are printed. */
    static final class Form {
        @Option(names = "--csv", descriptionKey = "sql.csv")
        private boolean csv;

        @Option(names = "--json", descriptionKey = "sql.json")
        private boolean json;
    }

    SqlCommand(Shell shell) {
        super(shell);
    }

    @Override
    public int look(AskedReads reads) throws SQLException {
        refuseAllButOneQuestion();
        Connection connection = connection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(1000);
            try (ResultSet rows = statement.executeQuery(query)) {
                SqlAnswer answer = new SqlAnswer(
                        rows, terms(), this::keys, VIEWS.matcher(query).find());
                if (form.csv) {
                    csv(answer);
                } else if (form.json) {
                    json(answer);
                } else {
                    text(answer);
                }
            }
            return ExitCode.DONE;
        } catch (SQLException e) {
            throw WrongUse.of("wrong.query", SqlErrors.told(e));
        }
    }

    private CliDoor terms() throws SQLException {
        return door().under(AnswerTerms.of(warehouse(), this, why, true));
    }

    /** A read-only transaction guards against one statement; several could end it and begin another. */
    private void refuseAllButOneQuestion() throws SQLException {
        List<NativeQuery> statements = Parser.parseJdbcSql(query, true, false, true, false, false);
        boolean question = statements.size() == 1
                && QUESTION.matcher(statements.getFirst().nativeSql).find();
        if (FORBIDDEN.matcher(query).find()) {
            throw WrongUse.of("wrong.query-settings");
        }
        if (!question) {
            throw WrongUse.of("wrong.query-one");
        }
    }

    private void text(SqlAnswer answer) throws SQLException {
        TextTable table = new TextTable(answer.headings());
        answer.each(row -> {
            String[] cells = new String[row.size()];
            for (int i = 0; i < cells.length; i++) {
                String cell = row.get(i);
                cells[i] = cell == null ? "" : cell.length() > MAX_CELL ? cell.substring(0, MAX_CELL - 1) + "…" : cell;
            }
            table.row(cells);
        });
        if (table.isEmpty()) {
            print(text("none"));
        } else {
            // Whoever asks chooses the columns, and may take them out of the lines again.
            table.lines(Integer.MAX_VALUE).forEach(this::print);
        }
    }

    private void csv(SqlAnswer answer) throws SQLException {
        try {
            CSVPrinter printer = GuardedCsv.lines(
                    shell().out(), answer.labels().stream().map(this::shown).toList());
            answer.each(row -> {
                try {
                    for (int i = 0; i < row.size(); i++) {
                        String cell = row.get(i);
                        printer.print(cell == null || answer.isNumber(i) ? cell : shown(CsvCells.guarded(cell)));
                    }
                    printer.println();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            printer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On a terminal nothing may steer it; elsewhere every byte stays. */
    private String shown(String text) {
        return shell().terminal() ? TerminalText.line(text) : text;
    }

    private void json(SqlAnswer answer) throws SQLException {
        answer.each(row -> {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                object.put(answer.labels().get(i), row.get(i));
            }
            // For programs, so byte by byte: JSON itself escapes what could steer a terminal.
            shell().out().println(JsonMapper.shared().writeValueAsString(object));
        });
    }
}
