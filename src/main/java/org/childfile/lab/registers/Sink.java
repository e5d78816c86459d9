package org.childfile.lab.registers;

import java.io.Closeable;
import java.io.IOException;

/**
 * One file that takes one record after the other.
 *
 * @param <T> a record as the file's format has it
 */
interface Sink<T> extends Closeable {

    void put(T record) throws IOException;
}
