package org.childfile.care.duties;

/**
 * How often something is owed, and how long one waits for it.
 *
 * @param graceDays days after the end of a period on which it is not overdue yet
 */
record Rhythm(Cadence cadence, int graceDays) {}
