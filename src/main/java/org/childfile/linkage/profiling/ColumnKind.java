package org.childfile.linkage.profiling;

/** What a column seems to hold. */
public enum ColumnKind {
    /** What names the row within the table. */
    ROW_ID(false),
    /** Who the row is truly of, as someone decided before; never compared. */
    TRUTH(false),
    /** Where the row comes from. */
    SOURCE(false),
    CHINESE_NAME(true),
    GIVEN_NAME(true),
    SURNAME(true),
    FULL_NAME(true),
    FORMER_NAME(true),
    /** A parent, guardian or contact. */
    RELATIVE(true),
    BIRTH(true),
    /** A date of something else. */
    DATE(false),
    CITIZEN_ID(true),
    /** Another number that few people share. */
    KEY(true),
    PHONE(true),
    EMAIL(true),
    DIVISION(true),
    ADDRESS(true),
    CHINESE_ADDRESS(true),
    /** A town, suburb or other short text that people share. */
    PLACE(true),
    POSTCODE(true),
    HOUSE_NUMBER(true),
    SEX(true),
    /** One of few values. */
    CATEGORY(true),
    NUMBER(false),
    TEXT(false),
    EMPTY(false);

    private final boolean compared;

    ColumnKind(boolean compared) {
        this.compared = compared;
    }

    /** Whether it says anything about who someone is. */
    boolean compared() {
        return compared;
    }
}
