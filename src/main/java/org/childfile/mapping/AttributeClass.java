package org.childfile.mapping;

/** How much an attribute tells of a person, and so who may see it. */
public enum AttributeClass {
    PLAIN,
    /** Who a person is, where he lives, how he is reached: sealed wherever it is kept. */
    IDENTIFIER,
    HEALTH,
    PSYCHOLOGICAL,
    /** What courts and prisons have to do with a child's parents. */
    JUDICIAL,
    FAMILY
}
