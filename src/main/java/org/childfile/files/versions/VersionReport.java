package org.childfile.files.versions;

/** What merging and versioning a population did. */
public record VersionReport(long persons, long written, long ended) {}
