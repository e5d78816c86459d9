package org.childfile.lab.registers;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.childfile.kernel.Sex;
import org.childfile.lab.world.Adult;
import org.childfile.lab.world.Child;
import org.childfile.lab.world.Day;
import org.childfile.lab.world.FamilySituation;
import org.childfile.lab.world.Household;
import org.childfile.lab.world.Mistake;
import org.childfile.lab.world.Mistakes;
import org.childfile.lab.world.Rng;
import org.jspecify.annotations.Nullable;

/** What befell parents, one row of a workbook a child; the numbers begin anew in each registering unit. */
final class PoliticalLegalRegister implements ChildFeed<List<@Nullable Object>> {

    static final List<String> HEADER = List.of(
            "序号", "儿童姓名", "儿童身份证号", "儿童出生日期", "儿童性别", "户籍地", "父亲姓名", "父亲情形", "母亲姓名", "母亲情形", "情形起始日期", "实际照料人", "照料人电话",
            "登记单位", "登记日期");

    private final LocalDate night;
    private final Map<String, Integer> numbers = new HashMap<>();

    PoliticalLegalRegister(LocalDate night) {
        this.night = night;
    }

    @Override
    public String name() {
        return "political-legal";
    }

    @Override
    public boolean delta() {
        return false;
    }

    /** Typed by hand, so ids are missing and names are wrong more often. */
    @Override
    public Mistakes rates(Mistakes usual) {
        EnumMap<Mistake, Double> rates = new EnumMap<>(usual.rates());
        rates.replaceAll((kind, rate) -> Math.min(1, kind == Mistake.ID_MISSING ? rate * 3 : rate * 1.5));
        return new Mistakes(rates);
    }

    @Override
    public boolean knows(Child child, Rng rng) {
        return child.household().standing().told() && rng.chance(0.93);
    }

    @Override
    public String key(Child child, RecordWriter writer, int copy) {
        String district = child.household().home().town().district().name();
        String unit = district + writer.other().pick(List.of("公安局", "司法局", "人民法院"));
        return unit + "|" + numbers.merge(unit, 1, Integer::sum);
    }

    @Override
    public TableRow row(Child child, RecordWriter writer) {
        return TableRow.of(child, writer)
                .id(writer.id(child))
                .address(upToVillage(writer.address(child.household().registered())))
                .guardian(writer.guardian(child))
                .phone(writer.phone(child));
    }

    @Override
    public List<@Nullable Object> record(
            String key, Child child, RecordWriter writer, LocalDateTime updated, boolean first) {
        Rng rng = writer.other();
        Household household = child.household();
        FamilySituation standing = household.standing();
        Adult father = household.father();
        Adult guardian = writer.guardian(child);
        int bar = key.indexOf('|');
        return Arrays.asList(
                Integer.valueOf(key.substring(bar + 1)),
                writer.name(child),
                writer.id(child),
                written(writer.birth(child), rng),
                writer.sex(child) == Sex.MALE ? "男" : "女",
                upToVillage(writer.address(household.registered())),
                father == null ? null : father.name().text(),
                FamilySituation.toldState(standing.fatherState()),
                household.mother().name().text(),
                FamilySituation.toldState(standing.motherState()),
                written(Day.of(standing.since()), rng),
                guardian.name().text(),
                writer.phone(child),
                key.substring(0, bar),
                written(Day.of(registered(updated)), rng));
    }

    @Override
    public Set<String> tells(Child child, RecordWriter writer) {
        FamilySituation told = child.household().standing().asTold();
        return told.orphaned() ? Set.of("11") : told.withoutCare() ? Set.of("12") : Set.of();
    }

    private LocalDate registered(LocalDateTime updated) {
        LocalDate day = updated.toLocalDate();
        return day.isAfter(night) ? night : day;
    }

    private static String upToVillage(String address) {
        return address.replaceFirst("(村|社区).*$", "$1");
    }

    /** An Excel date, or text in one of three forms. */
    private static Object written(int day, Rng rng) {
        int form = rng.below(20);
        boolean impossible = day % 10_000 == 230;
        return switch (form) {
            case 0, 1, 2 -> Day.shortIso(day);
            case 3, 4, 5 -> Day.joined(day, '.');
            case 6, 7, 8 -> Day.chinese(day);
            default -> impossible ? Day.shortIso(day) : Day.date(day);
        };
    }
}
