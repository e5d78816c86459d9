package org.childfile.files.merge;

import java.util.Set;
import org.childfile.kernel.PersonName;

/** The attributes that are names of persons, and what two spellings of one name have in common. */
final class PersonNames {

    private static final Set<String> ATTRIBUTES = Set.of(
            "name", "former_name", "guardian_name", "father_name", "mother_name", "carer_name", "household_head");

    private PersonNames() {}

    static boolean is(String attribute) {
        return ATTRIBUTES.contains(attribute);
    }

    /** The form in which a name is compared. */
    static String compared(Object name) {
        return PersonName.of(name.toString()).normal();
    }

    /** Whether a name is written in Latin letters. */
    static boolean romanised(Object name) {
        return name.toString().codePoints().noneMatch(Character::isIdeographic);
    }
}
