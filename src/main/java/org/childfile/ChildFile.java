package org.childfile;

import org.childfile.cli.main.Main;

/** The program's entry. */
public final class ChildFile {

    private ChildFile() {}

    public static void main(String[] args) {
        System.exit(Main.run(args));
    }
}
