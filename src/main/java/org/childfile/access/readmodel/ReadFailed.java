package org.childfile.access.readmodel;

import java.sql.SQLException;

/** The database could not answer a question. Names the question and the state, never a value that was sent. */
public final class ReadFailed extends RuntimeException {

    ReadFailed(String statement, SQLException cause) {
        super("question " + statement + " failed with state " + cause.getSQLState(), cause);
    }
}
