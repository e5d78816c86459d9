package org.childfile.lab.registers;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.childfile.lab.world.Adult;
import org.childfile.lab.world.Child;
import org.childfile.lab.world.Day;
import org.childfile.lab.world.Digits;
import org.childfile.lab.world.FamilySituation;
import org.childfile.lab.world.Household;
import org.childfile.lab.world.Place;
import org.childfile.lab.world.Rng;

/** The roster of children in difficulty, one JSON object a child. */
final class CivilAffairsRegister implements ChildFeed<String> {

    private final LocalDate night;
    private final Map<String, Integer> numbers = new HashMap<>();

    CivilAffairsRegister(LocalDate night) {
        this.night = night;
    }

    @Override
    public String name() {
        return "civil-affairs";
    }

    @Override
    public boolean delta() {
        return false;
    }

    @Override
    public boolean knows(Child child, Rng rng) {
        return child.roster() != Child.Roster.NEVER;
    }

    @Override
    public String key(Child child, RecordWriter pen, int copy) {
        String district = child.household().home().districtCode();
        return "KJ" + district + Digits.pad(numbers.merge(district, 1, Integer::sum), 6);
    }

    @Override
    public TableRow row(Child child, RecordWriter pen) {
        Place home = pen.home(child);
        return TableRow.of(child, pen)
                .id(pen.id(child))
                .ethnic()
                .division(pen.code(home))
                .address(pen.address(home))
                .guardian(pen.guardian(child))
                .phone(pen.phone(child));
    }

    @Override
    public String record(String key, Child child, RecordWriter pen, LocalDateTime updated, boolean first) {
        Rng rng = pen.other();
        LocalDate recognised = night.minusDays(rng.between(60, 1500));
        LocalDate from = recognised.isBefore(child.born()) ? child.born() : recognised;
        LocalDate left = child.roster() == Child.Roster.LEFT ? night.minusDays(rng.between(0, 40)) : null;
        Household household = child.household();
        FamilySituation standing = household.standing();
        Place home = pen.home(child);
        Adult guardian = pen.guardian(child);
        return new Json()
                .text("rosterNo", key)
                .text("xm", pen.name(child))
                .text("xb", pen.sex(child).code())
                .text("sfzh", pen.id(child))
                .text("csrq", Day.iso(pen.birth(child)))
                .text("mz", household.ethnicGroup())
                .text("hjdqh", household.registered().villageCode())
                .text("jzdqh", pen.code(home))
                .text("jzdz", pen.address(home))
                .texts("kjlx", kinds(child))
                .text("dbbz", standing.allowance() ? "1" : "0")
                .text("tkbz", standing.extremePoverty() ? "1" : "0")
                .text("jhrxm", guardian.name().text())
                .text("jhrsfzh", guardian.id())
                .text("jhrgx", guardian.kin().code)
                .text("jhrdh", pen.phone(child))
                .text("rdrq", Day.iso(from))
                .text("tcrq", left == null ? null : Day.iso(left.isBefore(from) ? from : left))
                .text("gxsj", Day.stamp(updated))
                .end();
    }

    @Override
    public Set<String> tells(Child child, RecordWriter pen) {
        return child.roster() == Child.Roster.ON ? Set.of(Evidence.ROSTER) : Set.of();
    }

    private static List<String> kinds(Child child) {
        List<String> kinds = new ArrayList<>(child.difficulties());
        FamilySituation standing = child.household().standing();
        if (standing.leftBehind()) {
            kinds.add("61");
        }
        if (standing.migrant()) {
            kinds.add("62");
        }
        return kinds.isEmpty() ? List.of("21") : kinds;
    }
}
