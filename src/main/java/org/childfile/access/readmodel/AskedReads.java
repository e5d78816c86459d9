package org.childfile.access.readmodel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Puts questions to the published views over a connection that is its asker's already: what it may see has been settled where
 * it was opened. The command line's way, as {@link ReadStore} is the API's; the statements are the same files.
 */
public final class AskedReads {

    private final Connection connection;
    private final RowReader reader;

    /**
     * Asks over a connection, which stays the caller's to close.
     *
     * @param open opens the sealed values in a text: PostgreSQL gave it to who may see them
     */
    public AskedReads(Connection connection, UnaryOperator<String> open) {
        this.connection = connection;
        this.reader = new RowReader(open);
    }

    /** The rows of a question. */
    public List<Row> rows(ReadQuery question) {
        NamedStatement statement = NamedStatement.of(question.statement());
        try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
            statement.set(prepared, 1, question.parameters());
            try (ResultSet rows = prepared.executeQuery()) {
                return reader.rows(rows);
            }
        } catch (SQLException e) {
            throw new ReadFailed(question.statement(), e);
        }
    }

    /** The first row of a question, or none. */
    public Optional<Row> one(ReadQuery question) {
        return rows(question).stream().findFirst();
    }
}
