package org.childfile.cli.terminal;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What may be told of an error of the database. Its text may quote what a row holds, as that of a failed cast does; only those of
 * the class "syntax error or access rule violation" (42) and of what concerns the server are about names alone.
 */
public final class SqlErrors {

    private SqlErrors() {}

    /** The text for whoever is at the terminal, in one line. */
    public static String told(SQLException error) {
        String state = error.getSQLState();
        if (quotesNothing(state)) {
            return String.valueOf(error.getMessage());
        }
        String position = position(error);
        return "SQLSTATE " + state + (position.isEmpty() ? "" : ", position " + position)
                + "; the server's text may quote values and is not shown";
    }

    /** What is told instead of a failure's own text; null where that may be told, as no text of the database is in it that quotes. */
    static @Nullable public String hiding(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException error && !quotesNothing(error.getSQLState())) {
                return told(error);
            }
        }
        return null;
    }

    private static boolean quotesNothing(@Nullable String state) {
        return state == null || state.matches("(08|28|3D|42|53|55|57).*");
    }

    private static String position(SQLException error) {
        ServerErrorMessage message = error instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        return message == null || message.getPosition() == 0 ? "" : Integer.toString(message.getPosition());
    }
}
