package org.childfile.access.readmodel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.childfile.access.rights.Claims;

/**
 * Puts questions to the published views as who asks them.
 *
 * <p>Role, claims and question go to the server in one message, which PostgreSQL takes as one transaction (the statements
 * of a pipeline up to its end): one way there and back a question, and no claim outlives its question.
 */
public final class ReadStore {

    private final DataSource dataSource;
    private final RowReader reader;

    /** @param open opens the sealed values in a text: PostgreSQL gave it to who may see them */
    public ReadStore(DataSource dataSource, UnaryOperator<String> open) {
        this.dataSource = dataSource;
        this.reader = new RowReader(open);
    }

    public List<Row> rows(Claims claims, ReadQuery question) {
        return rows(claims, List.of(question)).getFirst();
    }

    /** The rows of each question, all in one message to the server; each is of the moment in which the server came to it. */
    public List<List<Row>> rows(Claims claims, List<ReadQuery> questions) {
        List<NamedStatement> asked = questions.stream()
                .map(question -> NamedStatement.of(question.statement()))
                .toList();
        StringBuilder message = new StringBuilder(AsCaller.SET);
        asked.forEach(statement -> message.append(";\n").append(statement.sql()));
        try (Connection connection = dataSource.getConnection();
                PreparedStatement prepared = connection.prepareStatement(message.toString())) {
            prepared.setString(1, claims.json());
            int at = 2;
            for (int i = 0; i < asked.size(); i++) {
                at = asked.get(i).set(prepared, at, questions.get(i).parameters());
            }
            prepared.execute();
            prepared.getMoreResults();
            List<List<Row>> found = new ArrayList<>();
            for (int i = 0; i < asked.size(); i++) {
                prepared.getMoreResults();
                try (ResultSet rows = prepared.getResultSet()) {
                    found.add(reader.rows(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new ReadFailed(questions.stream().map(ReadQuery::statement).collect(Collectors.joining(", ")), e);
        }
    }
}
