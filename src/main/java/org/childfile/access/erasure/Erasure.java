package org.childfile.access.erasure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.privacy.Subject;
import org.childfile.kernel.SourceKey;

/**
 * Forgets a person: erases its versions and its records as they came, were mapped and were linked, and leaves keyed hashes
 * by which they are known when they come again. Runs in its caller's transaction, while no run goes on.
 *
 * <p>Source: Personal Information Protection Law, art. 47; Law on the Protection of Minors, art. 72.
 */
public final class Erasure {

    private final ErasureStore store;
    private final Tombstones tombstones;
    private final Keyring keys;
    private final RetainedRecords retained;
    private final byte[] blank;

    /**
     * Erases by the tables of a warehouse.
     *
     * @param retained seals what a law bids to retain
     * @param blank the hash that landing gives to an empty record
     */
    public Erasure(DataSource dataSource, Tombstones tombstones, Keyring keys, RetainedRecords retained, byte[] blank) {
        this.store = new ErasureStore(dataSource);
        this.tombstones = tombstones;
        this.keys = keys;
        this.retained = retained;
        this.blank = blank.clone();
    }

    /** Why somebody is forgotten: the cases of art. 47. */
    public enum Reason {
        PURPOSE_ENDED,
        RETENTION_OVER,
        CONSENT_WITHDRAWN,
        UNLAWFUL,
        OTHER_LAW;

        public String written() {
            return Erasure.written(this);
        }
    }

    /** Why something of a person is kept all the same. */
    public enum Keep {
        /** A period of keeping that a law sets has not ended: the records stay as they came, and are used for nothing. */
        RETENTION,
        /** The pairing and the care that was given must be proved: their records stay. */
        PROOF,
        /** A report of abuse or neglect is open: nothing may be erased. A call of abuse that is open is one by itself. */
        REPORT;

        public String written() {
            return Erasure.written(this);
        }
    }

    /** Seals the bytes of records that stay, as of a subject that stays. */
    public interface RetainedRecords {
        /**
         * Seals what came under a key anew.
         *
         * @param key as it stands in the tables
         * @param token what stands in its place from now on
         */
        void retain(SourceKey key, String token);
    }

    private static String written(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * A record that is to go.
     *
     * @param key as it stands in the tables
     */
    public record Doomed(long recordId, SourceKey key) {}

    /**
     * What is asked for.
     *
     * @param personId the id under which the person lives
     * @param own the person's records
     * @param about records of pairings and care that are about the person
     * @param numbers the person's id numbers
     */
    public record Request(
            String personId,
            Reason reason,
            String actor,
            Set<Keep> keep,
            List<Doomed> own,
            List<Doomed> about,
            Set<String> numbers) {
        public Request {
            keep = Set.copyOf(keep);
            own = List.copyOf(own);
            about = List.copyOf(about);
            numbers = Set.copyOf(numbers);
        }
    }

    /** What was kept: {@code landed}, {@code care}, or what stands in {@link KeptByLaw}; how many rows; and for which reason. */
    public record Kept(String what, long count, String why) {}

    /** What became of a request. */
    public sealed interface Outcome {

        /** The person is forgotten. */
        record Erased(long number, int records, int versions, List<Kept> kept) implements Outcome {}

        /** The law forbids it; nothing was erased. */
        record Refused(long number, Keep why) implements Outcome {}
    }

    /** Carries out a request, or refuses it; either is kept on record. */
    public Outcome erase(Request request) {
        store.name(request.personId());
        if (request.keep().contains(Keep.REPORT) || store.reportOpen()) {
            List<Kept> all = List.of(new Kept("all", request.own().size(), Keep.REPORT.written()));
            return new Outcome.Refused(store.write(request, true, 0, 0, all), Keep.REPORT);
        }
        List<Kept> kept = new ArrayList<>();
        List<Doomed> doomed = new ArrayList<>(request.own());
        if (request.keep().contains(Keep.PROOF)) {
            kept.add(new Kept("care", request.about().size(), Keep.PROOF.written()));
        } else {
            doomed.addAll(request.about());
        }
        boolean retain = request.keep().contains(Keep.RETENTION);
        if (retain) {
            kept.add(new Kept("landed", doomed.size(), Keep.RETENTION.written()));
        }
        if (retain) {
            doomed.forEach(each -> retained.retain(each.key(), tombstones.token(each.key())));
        }
        boolean proof = request.keep().contains(Keep.PROOF);
        doom(doomed, retain, proof);
        tombstones.note(doomed.stream().map(Doomed::key).toList(), request.numbers());
        store.empty(doomed, tombstones, blank, retain);
        store.eraseVerdicts(request.actor());
        int versions = store.eraseVersions();
        store.erasePerson(request.personId(), proof);
        kept.addAll(KeptByLaw.all().rows(store::named));
        long number = store.write(request, false, doomed.size(), versions, kept);
        return new Outcome.Erased(number, doomed.size(), versions, kept);
    }

    /** What was sealed of the person is lost in every copy of the database, once this is committed and carried out. */
    private void doom(List<Doomed> doomed, boolean retain, boolean proof) {
        List<Subject> subjects = new ArrayList<>(store.subjects(proof));
        doomed.forEach(each ->
                subjects.add(Subject.record(each.key().feed(), each.key().key())));
        if (!retain) {
            store.documents(doomed).forEach(pull -> subjects.add(Subject.document(pull)));
        }
        keys.doom(subjects);
    }
}
