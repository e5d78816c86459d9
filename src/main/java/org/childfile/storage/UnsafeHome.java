package org.childfile.storage;

import java.nio.file.Path;

/** A home, or a folder in or above it, that is open to others; nothing has been read or written there. */
public final class UnsafeHome extends RuntimeException {

    /** What is wrong. */
    public enum Reason {
        /** The home itself is open to others. */
        OPEN,
        /** It belongs to another user. */
        FOREIGN,
        /** A folder above it can be written by others, who could put another one in its place. */
        ABOVE,
        /** It is something else than a folder. */
        NO_FOLDER
    }

    private final Reason reason;
    private final Path path;
    private final String found;

    UnsafeHome(Reason reason, Path path, String found) {
        super(path + ": " + reason + " (" + found + ")");
        this.reason = reason;
        this.path = path;
        this.found = found;
    }

    public Reason reason() {
        return reason;
    }

    /** The folder to mend. */
    public Path path() {
        return path;
    }

    /** Its mode, such as {@code rwxr-xr-x}, or its owner. */
    public String found() {
        return found;
    }
}
