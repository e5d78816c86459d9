package org.childfile.lab.departments;

import java.util.function.Function;

/** A fault of the first requests only. */
record AtFirst(int requests, Tampering fault) implements Tampering {

    @Override
    public Answer apply(int nth, String pathAndQuery, Answer honest) {
        return nth <= requests ? fault.apply(nth, pathAndQuery, honest) : honest;
    }

    @Override
    public Answer apply(int nth, String pathAndQuery, Answer honest, Function<String, Answer> others) {
        return nth <= requests ? fault.apply(nth, pathAndQuery, honest, others) : honest;
    }
}
