package org.childfile.care.duties;

import java.time.LocalDate;

/** What a person said of the duty of a kind whose period a day lies in. */
record Mark(DutyKind kind, LocalDate day, boolean excused) {}
