package org.childfile.files.identity;

/** What linking a population did: records looked at, edges found, persons among them, pairs left to a person. */
public record LinkageReport(long changed, long compared, long edges, long persons, long review) {}
