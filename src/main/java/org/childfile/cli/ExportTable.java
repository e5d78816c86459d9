package org.childfile.cli;

import java.util.Locale;
import java.util.Optional;
import org.childfile.mapping.Population;
import org.jspecify.annotations.Nullable;

/** What is exported: published views, each into a file of its name, in the order of their keys. */
enum ExportTable {
    CHILDREN(
            Population.CHILD,
            "select * from mart.child order by child_id",
            "select * from mart.child_sealed order by child_id"),
    CHILD_VERSIONS(Population.CHILD, "select * from mart.child_version order by child_id, version", """
            select v.*, i.identifiers
            from mart.child_version v left join mart.child_identifiers i using (child_id, version)
            order by child_id, version"""),
    VOLUNTEERS(
            Population.VOLUNTEER,
            "select * from mart.volunteer order by volunteer_id",
            "select * from mart.volunteer_sealed order by volunteer_id"),
    VOLUNTEER_VERSIONS(
            Population.VOLUNTEER, "select * from mart.volunteer_version order by volunteer_id, version", """
            select v.*, i.identifiers
            from mart.volunteer_version v left join mart.volunteer_identifiers i using (volunteer_id, version)
            order by volunteer_id, version"""),
    IDENTITY_CHANGES("select * from mart.identity_change order by seq"),
    PAIRINGS("select * from mart.pairing order by pairing_id"),
    DUTIES("select * from mart.care_duty order by pairing_id, kind, period_start"),
    CHILD_KINDS("select * from mart.child_kind order by child_id, rule"),
    HIDDEN_CHILDREN("select * from mart.hidden_child order by child_id, rule"),
    RISKS("select * from mart.risk order by child_id"),
    WAKEUPS("""
            select wakeup_id, child_id, pairing_id, kind, origin, at, day, state, ended_at, items, applications, overdue, attention
            from mart.wakeup order by wakeup_id"""),
    APPLICATIONS("select * from mart.application order by application_id"),
    COVERAGE("select * from mart.coverage order by division");

    private final @Nullable Population population;
    private final String query;
    private final String opened;

    ExportTable(String query) {
        this.population = null;
        this.query = query;
        this.opened = query;
    }

    ExportTable(Population population, String query, String opened) {
        this.population = population;
        this.query = query;
        this.opened = opened;
    }

    String query() {
        return query;
    }

    /** Whose files; empty where no masks are in it. */
    Optional<Population> population() {
        return Optional.ofNullable(population);
    }

    /** With what the masks hide as its last column. */
    String opened() {
        return opened;
    }

    /** Such as {@code child-versions}. */
    String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
