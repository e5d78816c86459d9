package org.childfile.ingest.connect;

import java.io.IOException;

/**
 * Makes something of a whole answer. It runs inside the attempt: what it throws ({@code PullFailed}, or an I/O error of a
 * body cut short) makes the request be repeated.
 */
@FunctionalInterface
interface AnswerReader<T> {
    T read(Answer answer) throws IOException;
}
