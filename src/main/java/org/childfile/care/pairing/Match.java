package org.childfile.care.pairing;

/** A child and the mother who is found for it. */
record Match(Need need, Mother mother) {}
