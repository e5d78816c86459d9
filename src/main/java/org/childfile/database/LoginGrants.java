package org.childfile.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.postgresql.PGConnection;

/**
 * Lets the program's logins become their roles, after the migrations that make these. A login that is not there is made, with
 * the password by which the program will come. A second time it changes nothing.
 */
public final class LoginGrants implements Callback {

    private final DatabaseLogins logins;

    public LoginGrants(DatabaseLogins logins) {
        this.logins = logins;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public String getCallbackName() {
        return "logins";
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            for (DatabaseAddress login : List.of(logins.program(), logins.door())) {
                make(context.getConnection(), login);
                grant(context.getConnection(), login);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "the logins cannot be given their roles: " + e.getMessage()
                            + ". Grant them by hand, or let CHILDFILE_DB_USER be a login that may create roles.",
                    e);
        }
    }

    private static void make(Connection connection, DatabaseAddress login) throws SQLException {
        boolean made = carryOut(
                connection,
                "select format('create role %I login noinherit', ?::text) where to_regrole(quote_ident(?)) is null",
                login.user(),
                login.user());
        if (made) {
            connection
                    .unwrap(PGConnection.class)
                    .alterUserPassword(login.user(), login.password().toCharArray(), "scram-sha-256");
        }
    }

    private static void grant(Connection connection, DatabaseAddress login) throws SQLException {
        carryOut(connection, """
                select format('grant %I to %I with inherit false, set true', ?::text, ?::text)
                where not pg_has_role(?::name, ?::name, 'SET')""", login.role(), login.user(), login.user(), login.role());
    }

    /** Carries out the statement that a question answers with, if it does: a name can be no parameter of these statements. */
    private static boolean carryOut(Connection connection, String question, String... names) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement(question)) {
            for (int i = 0; i < names.length; i++) {
                asked.setString(i + 1, names[i]);
            }
            try (ResultSet row = asked.executeQuery();
                    Statement statement = connection.createStatement()) {
                if (!row.next()) {
                    return false;
                }
                statement.execute(row.getString(1));
                return true;
            }
        }
    }
}
