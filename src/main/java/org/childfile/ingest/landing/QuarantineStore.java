package org.childfile.ingest.landing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.childfile.database.SqlFiles;
import org.childfile.ingest.format.Unusable;
import org.childfile.ingest.landing.IncomingRecords.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The quarantine's entries, from a pull that sets them aside to one that closes them. In its caller's transaction. */
record QuarantineStore(JdbcClient jdbc, Sealing sealing) {

    /** Sets the refused records of a held pull aside, so that they can be looked at before it is decided about. */
    void setAside(String feed, long pull, List<Refused> refused) {
        jdbc.sql(SqlFiles.read("ingest/landing/set-aside"))
                .param("feed", feed)
                .param("pull", pull)
                .update();
        for (Refused each : refused) {
            jdbc.sql(SqlFiles.read("ingest/landing/set-aside-one"))
                    .param("feed", feed)
                    .param("pull", pull)
                    .param("seq", each.seq())
                    .param("place", each.place())
                    .param("key", each.key())
                    .param("hash", each.hash())
                    .param("reason", each.why().reason().name())
                    .param("field", each.why().field())
                    .param("text", each.why().stored())
                    .param(
                            "sealed",
                            sealing.text(
                                    new Sealing.Place(feed, pull, each.seq()),
                                    each.key(),
                                    each.why().text()))
                    .update();
        }
    }

    private record Open(long id, String key, byte[] hash, String reason) {}

    /**
     * Closes what earlier pulls set aside and this one settles: entries of keys that came sound, and, where a snapshot was
     * read whole, entries of records that are gone.
     */
    void close(String feed, long pull, ChangeDetector detector, boolean snapshot) {
        boolean whole = snapshot && detector.broken().unreadable() == 0;
        Map<Resolution, List<Long>> closed = new HashMap<>();
        jdbc.sql("""
            select quarantine_id, coalesce(key, ''), hash, reason from landing.quarantine
            where feed = :feed and resolved is null and pull_id < :pull""").param("feed", feed).param("pull", pull).query(row -> {
            Open open = new Open(row.getLong(1), row.getString(2), row.getBytes(3), row.getString(4));
            Resolution resolution = resolution(open, detector, whole);
            if (resolution != null) {
                closed.computeIfAbsent(resolution, each -> new ArrayList<>()).add(open.id());
            }
        });
        closed.forEach(this::close);
    }

    private static @Nullable Resolution resolution(Open open, ChangeDetector detector, boolean whole) {
        if (open.key().isEmpty()) {
            return whole && !detector.broken().hasNameless(open.hash()) ? Resolution.GONE : null;
        }
        return switch (detector.came(open.key())) {
            case SOUND -> Resolution.CLEAN;
            case SUPERSEDING -> open.reason().equals(Unusable.Reason.DUPLICATE_KEY.name()) ? null : Resolution.CLEAN;
            case BROKEN -> null;
            case NOT_AT_ALL -> whole ? Resolution.GONE : null;
        };
    }

    private void close(Resolution resolution, List<Long> entries) {
        jdbc.sql("""
            update landing.quarantine set resolved = now(), resolution = :resolution
            where quarantine_id = any (:entries) and resolved is null""")
                .param("resolution", resolution.written())
                .param("entries", entries.toArray(Long[]::new))
                .update();
    }

    /** The held pull is put in force: what could be read is mapped now, and set aside again if need be. */
    void approved(long pull) {
        jdbc.sql("""
            delete from landing.quarantine q using landing.record r
            where q.pull_id = :pull and q.resolved is null
              and r.pull_id = q.pull_id and r.seq = q.seq and r.reason is null""").param("pull", pull).update();
    }

    void rejected(long pull) {
        jdbc.sql("""
            update landing.quarantine set resolved = now(), resolution = 'rejected'
            where pull_id = :pull and resolved is null""").param("pull", pull).update();
    }

    /** Puts open entries away for a person's reason; tells how many. */
    int dismiss(List<Long> entries, String actor, String reason) {
        int dismissed = 0;
        for (Long entry : entries) {
            dismissed += jdbc.sql("""
                update landing.quarantine
                set resolved = now(), resolution = 'dismissed', resolved_by = :actor, sealed_resolution = :reason
                where quarantine_id = :entry and resolved is null""")
                    .param("entry", entry)
                    .param("actor", actor)
                    .param("reason", sealing.resolution(entry, reason))
                    .update();
        }
        return dismissed;
    }

    /** Opens entries again that a person put away, unless the same was set aside meanwhile; tells how many. */
    int reopen(List<Long> entries) {
        return jdbc.sql("""
            update landing.quarantine q
            set resolved = null, resolution = null, resolved_by = null, sealed_resolution = null
            where q.quarantine_id = any (:entries) and q.resolution = 'dismissed'
              and not exists (
                  select from landing.quarantine o
                  where o.resolved is null and o.feed = q.feed and o.hash = q.hash and o.reason = q.reason
                    and o.field = q.field and coalesce(o.key, '') = coalesce(q.key, ''))""").param("entries", entries.toArray(Long[]::new)).update();
    }
}
