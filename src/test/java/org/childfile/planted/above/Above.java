package org.childfile.planted.above;

/** Something that a stage below has no business with. */
public final class Above {

    private Above() {}

    public static String name() {
        return "above";
    }
}
