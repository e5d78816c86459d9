package org.childfile.departments;

import java.io.IOException;

/** Where one department answers. */
@FunctionalInterface
interface Desk {
    /**
     * What the department says to a request.
     *
     * @throws Refused for wrong credentials, pages and paths
     */
    Answer answer(Ask ask) throws IOException;
}
