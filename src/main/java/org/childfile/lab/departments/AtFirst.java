package org.childfile.lab.departments;

import java.util.function.Function;

/** A fault of the first requests only. */
record AtFirst(int requests, Tampering fault) implements Tampering {

    @Override
    public DepartmentAnswer apply(int nth, String pathAndQuery, DepartmentAnswer honest) {
        return nth <= requests ? fault.apply(nth, pathAndQuery, honest) : honest;
    }

    @Override
    public DepartmentAnswer apply(
            int nth, String pathAndQuery, DepartmentAnswer honest, Function<String, DepartmentAnswer> others) {
        return nth <= requests ? fault.apply(nth, pathAndQuery, honest, others) : honest;
    }
}
