package org.childfile.jobs;

/** Is told how a run gets on; by several threads at once. */
public interface RunProgress {

    /** Hears nothing. */
    RunProgress NONE = (stage, part, records) -> {};

    /**
     * Some records more were handled.
     *
     * @param stage the stage's name
     * @param part the feed or population, empty for the stage as a whole
     * @param records how many so far
     */
    void at(String stage, String part, long records);
}
