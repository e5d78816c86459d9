package org.childfile.lab.registers;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.childfile.kernel.Sex;
import org.childfile.lab.world.Adult;
import org.childfile.lab.world.Child;
import org.childfile.lab.world.Day;
import org.childfile.lab.world.Digits;
import org.childfile.lab.world.FamilySituation;
import org.childfile.lab.world.Household;
import org.childfile.lab.world.Mistake;
import org.childfile.lab.world.Rng;
import org.childfile.lab.world.Schooling;
import org.jspecify.annotations.Nullable;

/** The school roll, one CSV line a pupil, as Excel left it. */
final class EducationRegister implements ChildFeed<String> {

    static final String HEADER = "学籍号,姓名,性别,出生日期,身份证件类型,身份证件号,民族,学校标识码,学校名称,年级,班级,就读方式,入学年月,学籍状态,"
            + "是否留守儿童,是否随迁子女,是否孤儿,是否残疾,户口所在地行政区划码,现住址,监护人1姓名,监护人1关系,监护人1电话,更新日期";

    private static final int SALT = 21;
    private static final Map<String, String> GROUPS = Map.of(
            "01", "汉族", "03", "回族", "05", "维吾尔族", "06", "苗族", "07", "彝族", "08", "壮族", "11", "满族", "12", "侗族", "14",
            "白族", "15", "土家族");

    private final LocalDate night;

    EducationRegister(LocalDate night) {
        this.night = night;
    }

    @Override
    public String name() {
        return "education";
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
        Schooling schooling = child.schooling();
        return schooling != null && rng.chance(schooling.grade().equals("学前") ? 0.6 : 0.98);
    }

    /** With the id number as it was first entered, where that was the child's own and no second record has it. */
    @Override
    public String key(Child child, RecordWriter writer, int copy) {
        String id = writer.id(child);
        String own = child.id();
        if (copy > 0 || id == null || own == null || !nearly(id, own)) {
            return "J50" + Digits.pad(night.getYear() % 100, 2) + Digits.pad(SALT, 4)
                    + Digits.shuffled(child.index() * 2L + copy, SALT);
        }
        boolean typedRight = id.equalsIgnoreCase(own);
        return (typedRight && writer.other().chance(0.04) ? "L" : "G") + (typedRight ? own : id);
    }

    @Override
    public TableRow row(Child child, RecordWriter writer) {
        return TableRow.of(child, writer)
                .id(id(writer.id(child), writer))
                .ethnic()
                .division(writer.registeredDistrict(child))
                .address(writer.address(writer.home(child)))
                .guardian(writer.guardian(child))
                .phone(withoutZero(writer.phoneAtSchool(child), writer));
    }

    @Override
    public String record(String key, Child child, RecordWriter writer, LocalDateTime updated, boolean first) {
        Schooling school = schooling(child);
        Household household = child.household();
        FamilySituation standing = household.standing();
        Adult guardian = writer.guardian(child);
        String id = writer.id(child);
        return Csv.line(Arrays.asList(
                key,
                writer.name(child),
                writer.sex(child) == Sex.MALE ? "男" : "女",
                birth(child, writer),
                id == null ? "无" : "居民身份证",
                id(id, writer),
                GROUPS.getOrDefault(household.ethnicGroup(), "其他"),
                withoutZero(school.code(), writer),
                school.name(),
                school.grade(),
                withoutZero(school.room(), writer),
                school.mode(),
                school.entered(),
                school.state(),
                yes(standing.leftBehind()),
                yes(standing.migrant()),
                yes(standing.orphaned()),
                yes(disabled(child, writer)),
                writer.registeredDistrict(child),
                writer.address(writer.home(child)),
                guardian.name().text(),
                guardian.kin().word,
                withoutZero(writer.phoneAtSchool(child), writer),
                Day.basic(Day.of(updated.toLocalDate()))));
    }

    @Override
    public Set<String> tells(Child child, RecordWriter writer) {
        Set<String> told = new TreeSet<>();
        if (child.household().standing().orphaned()) {
            told.add("11");
        }
        if (disabled(child, writer)) {
            told.add("31");
        }
        return told;
    }

    /** Not every school knows of a disability. */
    private static boolean disabled(Child child, RecordWriter writer) {
        return child.condition().disability() != null && writer.other().chance(0.8);
    }

    /** Whether an id as entered is the child's own but for a slip. */
    private static boolean nearly(String id, String own) {
        if (id.length() != own.length()) {
            return false;
        }
        long differences = IntStream.range(0, own.length())
                .filter(i -> Character.toUpperCase(id.charAt(i)) != own.charAt(i))
                .count();
        return differences <= 2;
    }

    private static Schooling schooling(Child child) {
        Schooling schooling = child.schooling();
        if (schooling == null) {
            throw new IllegalArgumentException("a child without a school is on no school roll");
        }
        return schooling;
    }

    private static String yes(boolean holds) {
        return holds ? "是" : "否";
    }

    private static @Nullable String id(@Nullable String id, RecordWriter writer) {
        boolean number = id != null && id.length() == 18 && id.chars().limit(17).allMatch(c -> c >= '0' && c <= '9');
        return id != null && number && id.charAt(17) != 'X' && id.charAt(17) != 'x' && writer.eaten(Mistake.EXCEL_ID)
                ? id.charAt(0) + "." + id.substring(1, 6) + "E+17"
                : id;
    }

    private static String birth(Child child, RecordWriter writer) {
        int birth = writer.birth(child);
        try {
            return writer.eaten(Mistake.EXCEL_DATE) ? Day.excelSerial(birth) : Day.basic(birth);
        } catch (DateTimeException noSuchDay) {
            return Day.basic(birth);
        }
    }

    private static String withoutZero(String cell, RecordWriter writer) {
        return cell.startsWith("0")
                        && cell.chars().allMatch(c -> c >= '0' && c <= '9')
                        && writer.eaten(Mistake.EXCEL_LEADING_ZERO)
                ? cell.substring(1)
                : cell;
    }
}
