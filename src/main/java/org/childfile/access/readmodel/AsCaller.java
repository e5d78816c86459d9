package org.childfile.access.readmodel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.childfile.access.rights.Claims;

/**
 * Makes a transaction one of a caller: its role, its claims, read only. All three end with the transaction. What the caller
 * may see is PostgreSQL's to decide from then on.
 */
public final class AsCaller {

    /** Two statements that take the claims as their one parameter: only the role may use what the second one names. */
    static final String SET = """
            select set_config('role', 'childfile_api', true), set_config('transaction_read_only', 'on', true);
            select rights.ask(?)""";

    private AsCaller() {}

    /** Begins a transaction that sees one state of the data throughout, however long it takes. */
    public static void begin(Connection connection, Claims claims) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (PreparedStatement set = connection.prepareStatement(SET)) {
            set.setString(1, claims.json());
            set.execute();
        }
    }
}
