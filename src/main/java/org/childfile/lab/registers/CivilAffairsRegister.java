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
    public String key(Child child, RecordWriter writer, int copy) {
        String district = child.household().home().districtCode();
        return "KJ" + district + Digits.pad(numbers.merge(district, 1, Integer::sum), 6);
    }

    @Override
    public TableRow row(Child child, RecordWriter writer) {
        Place home = writer.home(child);
        return TableRow.of(child, writer)
                .id(writer.id(child))
                .ethnic()
                .division(writer.code(home))
                .address(writer.address(home))
                .guardian(writer.guardian(child))
                .phone(writer.phone(child));
    }

    @Override
    public String record(String key, Child child, RecordWriter writer, LocalDateTime updated, boolean first) {
        Rng rng = writer.other();
        LocalDate recognised = night.minusDays(rng.between(60, 1500));
        LocalDate from = recognised.isBefore(child.born()) ? child.born() : recognised;
        LocalDate left = child.roster() == Child.Roster.LEFT ? night.minusDays(rng.between(0, 40)) : null;
        Household household = child.household();
        FamilySituation standing = household.standing();
        Place home = writer.home(child);
        Adult guardian = writer.guardian(child);
        return new Json()
                .text("rosterNo", key)
                .text("xm", writer.name(child))
                .text("xb", writer.sex(child).code())
                .text("sfzh", writer.id(child))
                .text("csrq", Day.iso(writer.birth(child)))
                .text("mz", household.ethnicGroup())
                .text("hjdqh", household.registered().villageCode())
                .text("jzdqh", writer.code(home))
                .text("jzdz", writer.address(home))
                .texts("kjlx", kinds(child))
                .text("dbbz", standing.allowance() ? "1" : "0")
                .text("tkbz", standing.extremePoverty() ? "1" : "0")
                .text("jhrxm", guardian.name().text())
                .text("jhrsfzh", guardian.id())
                .text("jhrgx", guardian.kin().code)
                .text("jhrdh", writer.phone(child))
                .text("rdrq", Day.iso(from))
                .text("tcrq", left == null ? null : Day.iso(left.isBefore(from) ? from : left))
                .text("gxsj", Day.stamp(updated))
                .end();
    }

    @Override
    public Set<String> tells(Child child, RecordWriter writer) {
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
