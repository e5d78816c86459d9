package org.childfile.lab.registers;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.childfile.lab.world.Child;
import org.childfile.lab.world.Day;
import org.childfile.lab.world.Digits;
import org.childfile.lab.world.FamilySituation;
import org.childfile.lab.world.HealthCondition;
import org.childfile.lab.world.Household;
import org.childfile.lab.world.Rng;
import org.jspecify.annotations.Nullable;

/** The insurance of children, one JSON object an insured one. */
final class MedicalInsuranceRegister implements ChildFeed<String> {

    private static final int SALT = 51;
    private static final List<String> HOSPITALS = List.of("人民医院", "中医院", "妇幼保健院");

    private final LocalDate night;

    MedicalInsuranceRegister(LocalDate night) {
        this.night = night;
    }

    @Override
    public String name() {
        return "medical-insurance";
    }

    @Override
    public boolean delta() {
        return false;
    }

    @Override
    public boolean mayHoldTwo() {
        return true;
    }

    @Override
    public boolean knows(Child child, Rng rng) {
        return rng.chance(0.9);
    }

    @Override
    public String key(Child child, RecordWriter writer, int copy) {
        return "500" + Digits.shuffled(child.index() * 2L + copy, SALT);
    }

    @Override
    public TableRow row(Child child, RecordWriter writer) {
        TableRow row = TableRow.of(child, writer).id(writer.id(child)).division(writer.registeredDistrict(child));
        return writer.other().chance(0.8) ? row.phone(writer.phone(child)) : row;
    }

    @Override
    public String record(String key, Child child, RecordWriter writer, LocalDateTime updated, boolean first) {
        Rng rng = writer.other();
        Household household = child.household();
        FamilySituation standing = household.standing();
        boolean subsidised =
                standing.allowance() || standing.extremePoverty() || standing.orphaned() || standing.withoutCare();
        boolean telephone = rng.chance(0.8);
        return new Json()
                .text("insuredNo", key)
                .text("psnName", writer.name(child))
                .text("certNo", writer.id(child))
                .text("gend", writer.sex(child).code())
                .text("brdy", Day.iso(writer.birth(child)))
                .text("insuType", "390")
                .text("insuState", Integer.toString(child.insurance()))
                .text("year", Integer.toString(night.getYear()))
                .flag("subsidised", subsidised && rng.chance(0.95))
                .text("admdvs", writer.registeredDistrict(child))
                .text("tel", telephone ? writer.phone(child) : null)
                .object("lastVisit", visit(child, rng))
                .text("updtTime", Day.stamp(updated))
                .end();
    }

    private @Nullable Json visit(Child child, Rng rng) {
        LocalDate date = night.minusDays(rng.between(2, 300));
        List<HealthCondition.Illness> illnesses = child.condition().illnesses();
        if (!rng.chance(illnesses.isEmpty() ? 0.12 : 0.7) || date.isBefore(child.born())) {
            return null;
        }
        String district = child.household().home().town().district().name();
        return new Json()
                .text("date", Day.iso(date))
                .text("hospital", district + rng.pick(HOSPITALS))
                .text(
                        "icd10",
                        illnesses.isEmpty() ? "J06.9" : illnesses.getFirst().icd10());
    }
}
