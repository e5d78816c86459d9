package org.childfile.kernel;

/** Sex as in GB/T 2261.1. */
public enum Sex {
    UNKNOWN("0"),
    MALE("1"),
    FEMALE("2"),
    NOT_STATED("9");

    private final String code;

    Sex(String code) {
        this.code = code;
    }

    /** The code of GB/T 2261.1, one digit. */
    public String code() {
        return code;
    }
}
