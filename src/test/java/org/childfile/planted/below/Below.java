package org.childfile.planted.below;

import org.childfile.planted.above.Above;
import picocli.CommandLine.Command;

/** Breaks the import law, and the law that picocli is for the command line alone. */
@Command(name = "planted")
public final class Below {

    private Below() {}

    public static String name() {
        return Above.name();
    }
}
