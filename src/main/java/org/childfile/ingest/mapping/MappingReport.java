package org.childfile.ingest.mapping;

/** What mapping a feed did: records staged (changed ones among them), set aside, withdrawn. */
public record MappingReport(String feed, int staged, int changed, int quarantined) {}
