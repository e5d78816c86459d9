package org.childfile.cli.person;

import java.util.List;

/**
 * A hidden child as a list shows it, values masked or not; what is not known is empty.
 *
 * @param kind code of the kind of difficulty
 * @param why the values that it rests on, in words
 * @param finding what was found at the door, as tables write it
 */
record HiddenRow(
        String childId,
        String kind,
        String name,
        String sex,
        String born,
        String division,
        String address,
        String guardian,
        String phone,
        String school,
        String why,
        String since,
        String finding,
        String note) {

    /** What of a child is shown by it. */
    static final List<String> ATTRIBUTES = List.of(
            "name",
            "sex",
            "birth_date",
            "residence_division",
            "residence_address",
            "guardian_name",
            "guardian_phone",
            "school_name",
            "kinds");
}
