package org.childfile.access.rights;

import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The logins of people who ask with SQL. They are made and taken back by the login that migrates, which alone may make roles;
 * everybody at the program may list them.
 */
public final class LoginStore {

    private static final String UNDEFINED = "42704";

    private final DataSource dataSource;
    private final JdbcClient jdbc;

    /** @param dataSource the login that migrates; the running program's is enough for looking */
    public LoginStore(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * What a login is given.
     *
     * @param children ids that it sees besides, or alone where its role sees rows by children
     * @param attributes the only ones that it is shown; empty where role and purpose alone decide
     * @param until the last day; empty: no end
     */
    public record Given(
            String login,
            String role,
            List<String> purposes,
            List<String> divisions,
            List<String> children,
            Optional<List<String>> attributes,
            Optional<LocalDate> until) {}

    /** How a login stands. */
    public enum State {
        /** It may log in, and sees what it was given. */
        IN_FORCE,
        /** Its last day is over. */
        ENDED,
        /** It has rights, but its limits are not this program's: it was made by hand. */
        BY_HAND,
        /** It has rights, but nobody can log in by it. */
        NO_LOGIN;

        public String written() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A login and how many sessions it has now. */
    public record Listed(Given given, State state, int sessions) {}

    /** What there is to choose among. */
    public record RolePurpose(String role, String rows, String purpose) {}

    /** Every role with each of its purposes, as the database has them. */
    public List<RolePurpose> rolePurposes() {
        return jdbc.sql("""
                        select rp.role, r.rows, rp.purpose
                        from rights.role_purpose rp join rights.role r on r.role = rp.role order by 1, 3""")
                .query((row, number) -> new RolePurpose(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    public List<String> attributes() {
        return jdbc.sql("select distinct attribute from rights.attribute order by 1")
                .query(String.class)
                .list();
    }

    /** Whether a login has rights, or a role of that name is somebody else's. */
    public boolean known(String login) {
        return exists("select exists (select from rights.grantee where db_role = :login)", login);
    }

    /** Whether the server has a role of that name. */
    public boolean taken(String login) {
        return exists("select exists (select from pg_catalog.pg_roles where rolname = :login)", login);
    }

    private boolean exists(String question, String login) {
        return jdbc.sql(question).param("login", login).query(Boolean.class).single();
    }

    /**
     * Makes a login, or changes it.
     *
     * @param password the login's from now on; null keeps the one that it has
     * @return whether every limit could be set; temporary files need a superuser's word
     */
    public boolean grant(Given given, char @Nullable [] password, LoginLimits limits) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            boolean whole = admit(connection, given, limits);
            if (password != null) {
                // The driver wipes what it is given.
                connection
                        .unwrap(PGConnection.class)
                        .alterUserPassword(given.login(), password.clone(), "scram-sha-256");
            }
            connection.commit();
            return whole;
        } catch (SQLException e) {
            throw new IllegalStateException("the login cannot be made: " + e.getMessage(), e);
        }
    }

    private static boolean admit(Connection connection, Given given, LoginLimits limits) throws SQLException {
        try (PreparedStatement admit =
                connection.prepareStatement("call rights.admit(?::name, ?, ?, ?, ?, ?, ?, ?::jsonb)")) {
            admit.setString(1, given.login());
            admit.setString(2, given.role());
            admit.setArray(3, array(connection, given.purposes()));
            admit.setArray(4, array(connection, given.divisions()));
            admit.setArray(5, array(connection, given.children()));
            admit.setArray(
                    6,
                    given.attributes().isPresent()
                            ? array(connection, given.attributes().get())
                            : null);
            admit.setDate(7, given.until().map(Date::valueOf).orElse(null));
            admit.setString(8, JsonMapper.shared().writeValueAsString(limits.settings()));
            admit.execute();
            for (SQLWarning told = admit.getWarnings(); told != null; told = told.getNextWarning()) {
                if (String.valueOf(told.getMessage()).contains("temp_file_limit")) {
                    return false;
                }
            }
            return true;
        }
    }

    private static Array array(Connection connection, List<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    /** Takes a login back and ends its sessions; false where there is none of that name. */
    public boolean revoke(String login) {
        try (Connection connection = dataSource.getConnection()) {
            try (PreparedStatement dismiss = connection.prepareStatement("call rights.dismiss(?::name)")) {
                dismiss.setString(1, login);
                dismiss.execute();
            }
            try (PreparedStatement expel = connection.prepareStatement("call rights.expel(?::name)")) {
                expel.setString(1, login);
                expel.execute();
            }
            return true;
        } catch (SQLException e) {
            if (UNDEFINED.equals(e.getSQLState())) {
                return false;
            }
            throw new IllegalStateException("the login cannot be taken back: " + e.getMessage(), e);
        }
    }

    public List<Listed> list() {
        return jdbc.sql("""
                        select g.*, case
                                   when r.rolname is null or not r.rolcanlogin then 'NO_LOGIN'
                                   when g.until < (now() at time zone 'Asia/Shanghai')::date then 'ENDED'
                                   when not pg_has_role('childfile_warden', r.oid, 'usage') then 'BY_HAND'
                                   else 'IN_FORCE' end as state,
                               (select count(*) from pg_stat_activity a where a.usename = g.db_role) as sessions
                        from rights.grantee g left join pg_roles r on r.rolname = g.db_role
                        order by g.db_role""")
                .query((row, number) -> new Listed(
                        new Given(
                                row.getString("db_role"),
                                row.getString("role"),
                                texts(row.getArray("purposes")),
                                texts(row.getArray("divisions")),
                                texts(row.getArray("children")),
                                Optional.ofNullable(row.getArray("attributes")).map(LoginStore::texts),
                                Optional.ofNullable(row.getObject("until", LocalDate.class))),
                        State.valueOf(row.getString("state")),
                        row.getInt("sessions")))
                .list();
    }

    private static List<String> texts(Array array) {
        try {
            return List.of((String[]) array.getArray());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A session that was ended, and why. */
    public record Ended(String login, String reason) {}

    /** Ends the sessions that took longer than they may, or that others have waited for too long. */
    public List<Ended> endSessions(LoginLimits limits) {
        return jdbc.sql("""
                        select login, reason from rights.end_sessions(
                            make_interval(secs => :statement), make_interval(secs => :transaction),
                            make_interval(secs => :idle), make_interval(secs => :lock))""")
                .param("statement", limits.statement().toMillis() / 1e3)
                .param("transaction", limits.transaction().toMillis() / 1e3)
                .param("idle", limits.idle().toMillis() / 1e3)
                .param("lock", limits.lock().toMillis() / 1e3)
                .query((row, number) -> new Ended(row.getString(1), row.getString(2)))
                .list();
    }
}
