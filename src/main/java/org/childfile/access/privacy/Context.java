package org.childfile.access.privacy;

import java.nio.charset.StandardCharsets;

/** Where a sealed value belongs; a value that was put elsewhere does not open. */
public final class Context {

    private Context() {}

    /**
     * The context of a value.
     *
     * @param column {@code schema.table.column}
     * @param row what names the row, its parts in order
     */
    public static byte[] of(String column, String... row) {
        return (column + '\0' + String.join("\0", row)).getBytes(StandardCharsets.UTF_8);
    }
}
