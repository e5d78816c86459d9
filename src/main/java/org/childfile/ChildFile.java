package org.childfile;

/** The program's entry. */
public final class ChildFile {

    private ChildFile() {}

    public static void main(String[] args) {
        System.exit(args.length);
    }
}
