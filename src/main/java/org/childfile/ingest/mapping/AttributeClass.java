package org.childfile.ingest.mapping;

import java.util.Locale;

/** How much an attribute is protected. Rights are given by class; no class contains another. */
public enum AttributeClass {
    /** What no law singles out. Of a child under 14 that too is sensitive. */
    PLAIN,
    /** Names of parents, guardians and others of the family, and how they are related. */
    FAMILY,
    /** Numbers of persons and documents, phones, exact addresses: sealed where they are stored. */
    IDENTIFIER,
    /** Diagnoses, disability, vaccinations, hospital visits, and the kinds of difficulty, which tell of illness. */
    HEALTH,
    PSYCHOLOGICAL,
    /** The parents' states: imprisonment, death, disappearance. */
    JUDICIAL;

    /** As files and tables write it. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
