package org.childfile.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.childfile.files.versions.VersionSchema;
import org.postgresql.PGConnection;

/**
 * A whole warehouse of one release, as text: the scripts that made its tables, the rows of each table, the sequences. The
 * rows of made-up people only. A release leaves one here when it is tagged; see CONTRIBUTING.md.
 */
public final class ReleaseDump {

    /** A line that begins a part of the dump; what it is and what it is called follow. */
    private static final String PART = "\u0001";

    private static final String TABLES = """
            select format('%I.%I (%s)', n.nspname, c.relname,
                       (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
                        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''))
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and (n.nspowner = 'childfile_owner'::regrole or c.relname = 'flyway_schema_history')
              and exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum > 0)
            order by 1""";
    private static final String SEQUENCES = """
            select format('select setval(%L, %s)', format('%I.%I', schemaname, sequencename), last_value)
            from pg_sequences where last_value is not null order by 1""";

    private ReleaseDump() {}

    /** Writes what a database holds that the present program made. */
    public static void write(DatabaseAddress address, Path file) throws SQLException, IOException {
        try (Writer out = new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8);
                Connection connection = address.connect()) {
            Map<String, String> scripts = VersionSchema.migrations().texts();
            for (String kind : List.of("V", "R")) {
                for (Map.Entry<String, String> script : scripts.entrySet()) {
                    if (script.getKey().startsWith(kind)) {
                        part(out, "script " + script.getKey(), script.getValue());
                    }
                }
            }
            for (String table : texts(connection, TABLES)) {
                StringWriter rows = new StringWriter();
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", rows);
                if (!rows.toString().isEmpty()) {
                    part(out, "rows " + table, rows.toString());
                }
            }
            for (String sequence : texts(connection, SEQUENCES)) {
                part(out, "sequence", sequence);
            }
        }
    }

    private static void part(Writer out, String head, String text) throws IOException {
        out.write(PART + head + "\n" + text + (text.endsWith("\n") ? "" : "\n"));
    }

    /** Fills an empty database, as its superuser, with what a dump holds. */
    static void restore(InputStream dump, DatabaseAddress address) throws SQLException, IOException {
        try (BufferedReader in =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(dump), StandardCharsets.UTF_8));
                Connection connection = new DatabaseAddress(
                                // A script is sent whole; the server takes it apart.
                                address.url() + "?preferQueryMode=simple", address.user(), address.password())
                        .connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "create table if not exists public.flyway_schema_history (installed_rank integer primary key,"
                            + " version text, description text not null, type text not null, script text not null,"
                            + " checksum integer, installed_by text not null, installed_on timestamp not null default now(),"
                            + " execution_time integer not null, success boolean not null)");
            // No trigger and no foreign key looks at rows that were whole when they were written.
            statement.execute("set local session_replication_role = replica");
            String head = in.readLine();
            while (head != null) {
                StringBuilder text = new StringBuilder();
                String line = in.readLine();
                while (line != null && !line.startsWith(PART)) {
                    text.append(line).append('\n');
                    line = in.readLine();
                }
                carryOut(connection, statement, head.substring(PART.length()), text.toString());
                head = line;
            }
            connection.commit();
        }
    }

    private static void carryOut(Connection connection, Statement statement, String head, String text)
            throws SQLException, IOException {
        if (head.startsWith("rows ")) {
            // What the scripts put in is among the rows.
            statement.execute("delete from " + head.substring("rows ".length(), head.indexOf(" (")));
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + head.substring("rows ".length()) + " from stdin", new StringReader(text));
        } else {
            statement.execute(text);
        }
    }

    private static List<String> texts(Connection connection, String question) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    /** The dump of a release, which lies with the tests. */
    static InputStream of(String release) {
        InputStream found = ReleaseDump.class.getResourceAsStream("/releases/" + release + ".gz");
        if (found == null) {
            throw new UncheckedIOException(new IOException("no dump of release " + release));
        }
        return found;
    }
}
