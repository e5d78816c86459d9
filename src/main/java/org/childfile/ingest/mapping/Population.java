package org.childfile.ingest.mapping;

/** What a source record speaks of. Children and volunteers are persons; the others are records about pairs of them. */
public enum Population {
    CHILD,
    VOLUNTEER,
    PAIRING,
    CARE;

    /** As it stands in tables and files. */
    public String written() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
