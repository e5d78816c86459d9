package org.childfile.cli.main;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import org.childfile.cli.terminal.WholeFiles;

/** A process of its own that is in the middle of writing a file, and stays there until it is ended. */
public final class HalfWritten {

    private HalfWritten() {}

    public static void main(String[] words) throws IOException {
        try (WholeFiles whole = new WholeFiles();
                BufferedWriter out = whole.begin(Path.of(words[0]))) {
            out.write("half");
            out.flush();
            System.out.println("written");
            // Nobody types: this waits.
            if (System.in.read() >= 0) {
                whole.finish();
            }
        }
    }
}
