package org.childfile.linkage;

import java.time.LocalDate;
import java.util.Set;
import org.childfile.kernel.SourceKey;
import org.jspecify.annotations.Nullable;

/**
 * A source record as linkage sees it: only evidence, already normalised; what is in doubt is absent.
 *
 * @param id a valid id number that can be the person's own; null where there is none
 * @param doubtfulId an id number as it was given, with a wrong check, date or length; null where there is none
 * @param birth the date of birth as the record says, else as its valid id number says
 * @param sex {@code '1'}, {@code '2'}, or {@code '0'} for unknown
 * @param adults names of parents, guardians and carers; a parent's also with the role: {@code father:张伟}
 * @param adultIds valid id numbers of parents and guardians
 * @param villages division codes of 12 digits, and township and village name joined, of the places it names
 * @param townships division codes of 9 digits of the places it names
 * @param districts division codes of 6 digits of the places it names
 */
record LinkRecord(
        long recordId,
        SourceKey key,
        @Nullable String name,
        @Nullable String formerName,
        @Nullable String pinyin,
        @Nullable String fuzzyPinyin,
        @Nullable LocalDate birth,
        char sex,
        @Nullable String id,
        @Nullable String doubtfulId,
        @Nullable String birthCertificate,
        Set<String> adults,
        Set<String> adultIds,
        Set<String> phones,
        Set<String> villages,
        Set<String> townships,
        Set<String> districts) {

    /** The same record as if it had no id number. */
    LinkRecord withoutId() {
        return new LinkRecord(
                recordId,
                key,
                name,
                formerName,
                pinyin,
                fuzzyPinyin,
                birth,
                sex,
                null,
                null,
                birthCertificate,
                adults,
                adultIds,
                phones,
                villages,
                townships,
                districts);
    }
}
