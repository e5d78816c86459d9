package org.childfile.care.pairing;

import java.util.List;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.privacy.Masking;
import org.childfile.ingest.mapping.SourceRecord;
import org.childfile.kernel.SourceKey;
import org.jspecify.annotations.Nullable;

/**
 * A pairing as the federation lists it, ready for the tables: persons by the keys that their records have there.
 *
 * @param startedOn an ISO date, as are the others
 * @param idNumberIndex a keyed index of the child's id number
 */
record Listing(
        long recordId,
        String pairingId,
        boolean withdrawn,
        @Nullable String volunteerKey,
        @Nullable String rosterKey,
        @Nullable String personKey,
        byte @Nullable [] idNumberIndex,
        @Nullable String startedOn,
        @Nullable String endedOn,
        @Nullable String endReason,
        List<Supporter> supporters) {

    /** The feeds whose records the three numbers of a listing name. */
    static final String VOLUNTEERS = "volunteers";

    static final String ROSTER = "civil-affairs";
    static final String POPULATION = "public-security";

    Listing {
        supporters = List.copyOf(supporters);
    }

    /**
     * One of the N.
     *
     * @param phone masked
     */
    record Supporter(
            String role, @Nullable String name, @Nullable String phone) {}

    static Listing of(SourceRecord record, Keyring keys) {
        String number = record.sound("child_id_number");
        return new Listing(
                record.recordId(),
                record.key().key(),
                record.withdrawn(),
                stored(VOLUNTEERS, record.text("volunteer_number"), keys),
                stored(ROSTER, record.text("roster_number"), keys),
                stored(POPULATION, number, keys),
                number == null ? null : keys.of("id_number", number),
                record.text("started_on"),
                record.text("ended_on"),
                record.text("end_reason"),
                supporters(record));
    }

    private static @Nullable String stored(String feed, @Nullable String key, Keyring keys) {
        return key == null
                ? null
                : keys.tokens().stored(new SourceKey(feed, key)).key();
    }

    /** Lists of another length than the roles lack somebody, and nobody knows whom: then the roles stand alone. */
    private static List<Supporter> supporters(SourceRecord record) {
        List<String> roles = record.texts("supporter_roles");
        List<String> names = record.texts("supporter_names");
        List<String> phones = record.texts("supporter_phones");
        boolean named = names.size() == roles.size();
        boolean called = phones.size() == roles.size();
        return java.util.stream.IntStream.range(0, roles.size())
                .mapToObj(i -> new Supporter(
                        roles.get(i), named ? names.get(i) : null, called ? Masking.storedPhone(phones.get(i)) : null))
                .toList();
    }
}
