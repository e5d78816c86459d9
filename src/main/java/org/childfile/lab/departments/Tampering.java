package org.childfile.lab.departments;

import java.util.function.Function;

/** Spoils the answers of one feed. It may be called by several threads at once. */
@FunctionalInterface
public interface Tampering {
    /**
     * What is really sent.
     *
     * @param nth which request of the feed this is since the tampering was set, from 1
     * @param pathAndQuery below the department's base URL and as it was sent, such as {@code /oauth/token} or
     *     {@code /pairings?page=2}
     * @param honest what the department would have answered
     */
    DepartmentAnswer apply(int nth, String pathAndQuery, DepartmentAnswer honest);

    /**
     * The same for a tampering whose answer must fit another one of the feed, as a manifest fits its file.
     *
     * @param others what the department would honestly answer, for the same credentials, to another path and query
     */
    default DepartmentAnswer apply(
            int nth, String pathAndQuery, DepartmentAnswer honest, Function<String, DepartmentAnswer> others) {
        return apply(nth, pathAndQuery, honest);
    }
}
