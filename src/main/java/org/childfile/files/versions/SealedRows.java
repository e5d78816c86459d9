package org.childfile.files.versions;

import java.util.List;
import java.util.Map;
import org.childfile.access.privacy.Context;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.privacy.SealedColumn;
import org.childfile.access.privacy.Subject;
import org.childfile.files.merge.Profile;
import org.childfile.files.versions.VersionColumns.Column;
import org.childfile.ingest.mapping.Population;
import org.jspecify.annotations.Nullable;

/**
 * The versions of a population as they lie in their table: what identifies a person directly is masked in every column and
 * document, and whole in one sealed box a row; what is sensitive stands sealed in its place.
 */
public final class SealedRows {

    private static final String COLUMN = "identifiers";

    private final Keyring keys;
    private final IdentifierMask mask;
    private final String place;

    public SealedRows(Keyring keys, Population population) {
        this.keys = keys;
        this.mask = new IdentifierMask(population);
        this.place = place(population);
    }

    /** Where the boxes are. */
    public static List<SealedColumn> columns() {
        return List.of(column(Population.CHILD), column(Population.VOLUNTEER));
    }

    private static SealedColumn column(Population population) {
        return new SealedColumn(
                VersionColumns.of(population).table(), COLUMN, place(population), List.of("person_id", "version"));
    }

    private static String place(Population population) {
        return VersionColumns.of(population).table() + "." + COLUMN;
    }

    /** The values that the masks of one version hide, by attribute. */
    public Map<String, Object> values(String person, int version, byte @Nullable [] box) {
        return box == null ? Map.of() : IdentifierMask.values(keys.open(box, row(person, version)));
    }

    Profile masked(String person, Profile profile) {
        return mask.masked(profile, keys.texts().of(Subject.person(person))::seal);
    }

    /** The columns in which texts stand sealed. */
    List<Column> sensitive(VersionColumns columns) {
        return columns.columns().stream()
                .filter(column -> mask.isSensitive(column.name()))
                .toList();
    }

    byte @Nullable [] seal(String person, int version, Profile profile) {
        byte[] hidden = mask.hidden(profile);
        return hidden == null ? null : keys.seal(hidden, row(person, version), Subject.person(person));
    }

    Profile open(String person, int version, Profile masked, byte @Nullable [] box) {
        byte[] hidden = box == null ? null : keys.open(box, row(person, version));
        return mask.lifted(masked, hidden, keys.texts()::clear);
    }

    /** By what a person is found who has this id number; null where none is known. */
    byte @Nullable [] idNumberIndex(Profile profile) {
        Profile.Value number = profile.values().get("id_number");
        return number == null || number.doubtful()
                ? null
                : keys.of("id_number", number.value().toString());
    }

    private byte[] row(String person, int version) {
        return Context.of(place, person, Integer.toString(version));
    }
}
