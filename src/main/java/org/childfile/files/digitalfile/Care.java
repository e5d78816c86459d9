package org.childfile.files.digitalfile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a child is cared for on a day.
 *
 * @param pairedSince since when a pairing is in force; null while none is
 * @param metOn when a caring mother last met the child; null where none did
 */
record Care(@Nullable LocalDate pairedSince, @Nullable LocalDate metOn) {

    static final Care NONE = new Care(null, null);
}
