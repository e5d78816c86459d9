package org.childfile.cli;

import java.util.Locale;

/** What is exported: published views, each into a file of its name, in the order of their keys. */
enum ExportTable {
    CHILDREN("select * from mart.child order by child_id"),
    CHILD_VERSIONS("select * from mart.child_version order by child_id, version"),
    VOLUNTEERS("select * from mart.volunteer order by volunteer_id"),
    VOLUNTEER_VERSIONS("select * from mart.volunteer_version order by volunteer_id, version"),
    IDENTITY_CHANGES("select * from mart.identity_change order by seq");

    private final String query;

    ExportTable(String query) {
        this.query = query;
    }

    String query() {
        return query;
    }

    /** Such as {@code child-versions}. */
    String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
