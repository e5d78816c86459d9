package org.childfile.departments;

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
    Answer apply(int nth, String pathAndQuery, Answer honest);
}
