package org.childfile.files.versions;

import org.childfile.files.merge.Profile;
import org.childfile.files.versions.VersionStore.Fresh;
import org.childfile.kernel.ChineseNames;
import org.childfile.kernel.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * A version as it is written: masked, sealed, and its documents as JSON. Pure.
 *
 * @param identifiers null where it holds none
 * @param idNumberIndex null where none is known
 */
@SuppressWarnings("ArrayRecordComponent") // handed to the table, and never compared
record VersionRow(
        Fresh of,
        Profile profile,
        byte @Nullable [] identifiers,
        byte @Nullable [] idNumberIndex,
        byte[] provenance,
        byte[] conflicts) {

    static VersionRow of(Fresh fresh, SealedRows sealed) {
        Profile clear = fresh.period().profile();
        Profile profile = sealed.masked(fresh.person(), clear);
        return new VersionRow(
                fresh,
                profile,
                sealed.seal(fresh.person(), fresh.version(), clear),
                sealed.idNumberIndex(clear),
                ProfileJson.provenance(profile),
                ProfileJson.conflicts(profile));
    }

    /** How the name sounds, without blanks: what people type who look for it. */
    @Nullable
    String pinyin() {
        Profile.Value name = profile.values().get("name");
        return name == null
                ? null
                : ChineseNames.pinyin(ChineseNames.surnameFirst(normal(name))).replace(" ", "");
    }

    /** The name as it is compared: what is looked for in whatever spelling. */
    @Nullable
    String normalName() {
        Profile.Value name = profile.values().get("name");
        return name == null ? null : normal(name);
    }

    private static String normal(Profile.Value name) {
        return PersonName.of(String.valueOf(name.value())).normal();
    }
}
