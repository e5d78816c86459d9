package org.childfile.generate;

import java.time.LocalDate;

/** A grown-up of a family. */
record Adult(Kin kin, Name name, LocalDate born, String id) {}
