package org.childfile.ingest.connect;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A directory in which a feed's files lie, here or on a server. */
interface Folder {

    /** How a file stood when it was looked at. */
    record Stamp(long size, long modifiedMillis) {}

    /** The names in it that can be read as names. */
    List<String> names() throws IOException;

    /** Null where there is no such file. */
    @Nullable
    Stamp stamp(String name) throws IOException;

    InputStream open(String name) throws IOException;
}
