package org.childfile.pairing;

/** A child and the mother who is found for it. */
record Match(Need need, Mother mother) {}
