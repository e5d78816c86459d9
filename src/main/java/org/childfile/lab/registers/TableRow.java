package org.childfile.lab.registers;

import java.util.Arrays;
import org.childfile.kernel.Sex;
import org.childfile.lab.world.Adult;
import org.childfile.lab.world.Child;
import org.childfile.lab.world.Day;
import org.childfile.lab.world.Name;
import org.jspecify.annotations.Nullable;

/**
 * One department's record of a child, as a line of one table of all departments: in their words and with their slips, but
 * in one form. What a department does not hold is empty. Filled by one department, then written.
 */
final class TableRow {

    static final String HEADER = "id,feed,name,former_name,sex,birth_date,id_number,ethnic,division,township,address,"
            + "guardian,phone,person";

    private static final int DISTRICT = 6;
    private static final int TOWNSHIP = 9;

    private final Child child;
    private final String name;
    private final Sex sex;
    private final String birth;
    private @Nullable String former;
    private @Nullable String id;
    private @Nullable String ethnic;
    private @Nullable String division;
    private @Nullable String address;
    private @Nullable String guardian;
    private @Nullable String phone;

    TableRow(Child child, String name, Sex sex, int birth) {
        this.child = child;
        this.name = name;
        this.sex = sex;
        this.birth = Day.iso(birth);
    }

    /** What every department writes. */
    static TableRow of(Child child, RecordWriter writer) {
        return new TableRow(child, writer.name(child), writer.sex(child), writer.birth(child));
    }

    TableRow former(@Nullable Name former) {
        this.former = former == null ? null : former.text();
        return this;
    }

    TableRow id(@Nullable String id) {
        this.id = id;
        return this;
    }

    TableRow ethnic() {
        this.ethnic = child.household().ethnicGroup();
        return this;
    }

    /** A code of at least six digits; with nine or more it names the township too. */
    TableRow division(String code) {
        this.division = code;
        return this;
    }

    TableRow address(String address) {
        this.address = address;
        return this;
    }

    TableRow guardian(Adult guardian) {
        this.guardian = guardian.name().text();
        return this;
    }

    TableRow phone(String phone) {
        this.phone = phone;
        return this;
    }

    String line(long number, String feed) {
        return Csv.line(Arrays.asList(
                Long.toString(number),
                feed,
                name,
                former,
                sex.code(),
                birth,
                id,
                ethnic,
                upTo(DISTRICT),
                upTo(TOWNSHIP),
                address,
                guardian,
                phone,
                child.person()));
    }

    private @Nullable String upTo(int length) {
        return division == null || division.length() < length ? null : division.substring(0, length);
    }
}
