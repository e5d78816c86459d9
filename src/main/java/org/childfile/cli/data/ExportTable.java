package org.childfile.cli.data;

import java.util.Locale;
import java.util.Optional;
import org.childfile.ingest.mapping.Population;
import org.jspecify.annotations.Nullable;

/** What is exported: published views, each into a file of its name, in the order of their keys. */
enum ExportTable {
    CHILDREN(
            Population.CHILD,
            "select child_id from mart.child",
            "select * from mart.child order by child_id",
            "select * from mart.child_sealed order by child_id"),
    CHILD_VERSIONS(
            Population.CHILD,
            "select child_id from mart.child_version",
            "select * from mart.child_version order by child_id, version",
            """
            select v.*, i.identifiers
            from mart.child_version v left join mart.child_identifiers i using (child_id, version)
            order by child_id, version"""),
    VOLUNTEERS(
            Population.VOLUNTEER,
            "select volunteer_id from mart.volunteer",
            "select * from mart.volunteer order by volunteer_id",
            "select * from mart.volunteer_sealed order by volunteer_id"),
    VOLUNTEER_VERSIONS(
            Population.VOLUNTEER,
            "select volunteer_id from mart.volunteer_version",
            "select * from mart.volunteer_version order by volunteer_id, version",
            """
            select v.*, i.identifiers
            from mart.volunteer_version v left join mart.volunteer_identifiers i using (volunteer_id, version)
            order by volunteer_id, version"""),
    IDENTITY_CHANGES(
            "select person_id from mart.identity_change union select other_id from mart.identity_change",
            "select * from mart.identity_change order by seq"),
    PAIRINGS(
            "select child_id from mart.pairing union select volunteer_id from mart.pairing",
            "select * from mart.pairing order by pairing_id"),
    DUTIES(
            "select p.child_id from mart.pairing p join mart.care_duty using (pairing_id)",
            "select * from mart.care_duty order by pairing_id, kind, period_start"),
    CHILD_KINDS("select child_id from mart.child_kind", "select * from mart.child_kind order by child_id, rule"),
    HIDDEN_CHILDREN(
            "select child_id from mart.hidden_child", "select * from mart.hidden_child order by child_id, rule"),
    RISKS("select child_id from mart.risk", "select * from mart.risk order by child_id"),
    WAKEUPS("select child_id from mart.wakeup", """
            select wakeup_id, child_id, pairing_id, kind, origin, at, day, state, ended_at, items, applications, overdue, attention
            from mart.wakeup order by wakeup_id"""),
    APPLICATIONS(
            "select w.child_id from mart.wakeup w join mart.application using (wakeup_id)",
            "select * from mart.application order by application_id"),
    /** Numbers, and nobody's. */
    COVERAGE("select null where false", "select * from mart.coverage order by division");

    private final @Nullable Population population;
    private final String persons;
    private final String query;
    private final String opened;

    ExportTable(String persons, String query) {
        this.population = null;
        this.persons = persons;
        this.query = query;
        this.opened = query;
    }

    ExportTable(Population population, String persons, String query, String opened) {
        this.population = population;
        this.persons = persons;
        this.query = query;
        this.opened = opened;
    }

    /** Whose rows are in it, each id at least once, and perhaps null. */
    String persons() {
        return persons;
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
