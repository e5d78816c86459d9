package org.childfile.lab.departments;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where one department answers. */
interface Desk {
    /**
     * What the department says to a request.
     *
     * @throws Refused for wrong credentials, pages and paths
     */
    DepartmentAnswer answer(DepartmentRequest ask) throws IOException;

    /** Where it takes applications; null where it takes none. */
    default @Nullable Applications applications() {
        return null;
    }
}
