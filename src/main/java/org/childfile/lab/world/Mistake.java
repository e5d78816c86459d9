package org.childfile.lab.world;

/**
 * A kind of mistake, of loose writing or of faulty sending that a made world shows, with its usual rate: the share of
 * the records it can befall that it does befall. The kinds are those by which one child comes to look like two.
 */
public enum Mistake {
    // The id number.
    ID_MISSING(0.04),
    ID_MISSING_UNDER_THREE(0.65),
    BIRTH_NOT_REGISTERED(0.06),
    ID_DIGIT_MISTYPED(0.008),
    ID_NEIGHBOURS_SWAPPED(0.003),
    ID_OF_PARENT(0.004),
    ID_FORM(0.01),
    ID_LOWER_CASE_X(0.15),
    // The name.
    NAME_HOMOPHONE(0.007),
    NAME_SOUTH_WESTERN(0.003),
    NAME_LOOK_ALIKE(0.004),
    NAME_TRADITIONAL(0.002),
    NAME_UNKNOWN_CHARACTER(0.0015),
    NAME_PINYIN(0.0015),
    NAME_BLANK(0.004),
    NAME_DOT(0.3),
    NAME_FORMER(0.1),
    NAME_MILK(0.002),
    NAME_MOTHERS_SURNAME(0.002),
    // Date of birth and sex.
    BIRTH_LUNAR(0.004),
    BIRTH_DAY_AND_MONTH(0.002),
    BIRTH_FIRST_OF_JANUARY(0.002),
    BIRTH_YEAR_OFF(0.003),
    SEX_WRONG(0.001),
    // Addresses.
    ADDRESS_REGISTERED(0.1),
    ADDRESS_FORMER_TOWNSHIP(0.01),
    ADDRESS_FORMER_CODE(0.02),
    ADDRESS_WITHOUT_VILLAGE_CODE(0.05),
    ADDRESS_LEVEL_LEFT_OUT(0.2),
    // Guardians and phones.
    GUARDIAN_DIFFERS(0.15),
    PHONE_FORMER(0.08),
    PHONE_OF_SCHOOL(0.15),
    PHONE_FORM(0.08),
    // What Excel and hasty senders do.
    EXCEL_ID(0.004),
    EXCEL_DATE(0.004),
    EXCEL_LEADING_ZERO(0.02),
    NAME_ABSENT(0.0006),
    DATE_IMPOSSIBLE(0.0008),
    RECORD_TWICE(0.002),
    KEY_WITH_TWO_CONTENTS(0.001),
    SECOND_RECORD(0.006),
    // Volunteers.
    VOLUNTEER_LISTED_TWICE(0.2),
    VOLUNTEER_OLD_ID(0.08);

    private final double usual;

    Mistake(double usual) {
        this.usual = usual;
    }

    /** The usual rate, 0 to 1. */
    public double usual() {
        return usual;
    }
}
