package org.childfile.lab.world;

import java.time.LocalDate;

/** A grown-up of a family. */
public record Adult(Kin kin, Name name, LocalDate born, String id) {}
