package org.childfile.care.duties;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.childfile.kernel.Division;
import org.childfile.settings.Problems;
import org.childfile.settings.Section;

/**
 * How often each of the six ones is owed, and when a pair counts as silent: {@code mappings/care.yaml}.
 *
 * @param silentDays after how many days without any contact a pair is silent
 * @param offRoll states of enrolment (学籍状态) in which a child is on no school roll
 * @param preschool grades (年级) that have no class teacher
 * @param usual the rhythm where a district has none of its own
 * @param districts the rhythms of single districts (6 digits), each whole
 */
public record CareRules(
        int silentDays,
        List<String> offRoll,
        List<String> preschool,
        Map<DutyKind, Rhythm> usual,
        Map<String, Map<DutyKind, Rhythm>> districts) {

    private static final int VERSION = 1;
    private static final int MOST_DAYS = 366;
    private static final List<String> KINDS =
            List.of(DutyKind.values()).stream().map(DutyKind::name).toList();

    public CareRules {
        offRoll = List.copyOf(offRoll);
        preschool = List.copyOf(preschool);
        usual = Collections.unmodifiableMap(new EnumMap<>(usual));
        districts = Collections.unmodifiableMap(new TreeMap<>(districts));
    }

    /** Reads {@code care.yaml} of a directory; mistakes go to {@code problems}. */
    public static CareRules read(Path directory, Problems problems) {
        Section root = Section.read(directory.resolve("care.yaml"), problems);
        if (root.integer("version", 0, 1, VERSION) != VERSION) {
            root.problem("version", "expected version: " + VERSION);
        }
        int silentDays = root.integer("silent-days", 14, 1, MOST_DAYS);
        Section teacher = root.section("no-teacher");
        Map<DutyKind, Rhythm> law = new EnumMap<>(DutyKind.class);
        for (DutyKind kind : DutyKind.values()) {
            law.put(kind, new Rhythm(kind.usual(), 0));
        }
        Map<DutyKind, Rhythm> usual = rhythms(root.section("duties"), law);
        Section own = root.section("districts");
        Map<String, Map<DutyKind, Rhythm>> districts = new TreeMap<>();
        for (String district : own.keys()) {
            if (!Division.DISTRICT.matcher(district).matches()) {
                own.problem(district, "expected the six digits of a district (GB/T 2260), in quotes");
            }
            districts.put(district, rhythms(own.section(district), usual));
        }
        CareRules rules =
                new CareRules(silentDays, teacher.texts("enrolment"), teacher.texts("grades"), usual, districts);
        root.done();
        return rules;
    }

    private static Map<DutyKind, Rhythm> rhythms(Section section, Map<DutyKind, Rhythm> otherwise) {
        Map<DutyKind, Rhythm> rhythms = new EnumMap<>(otherwise);
        for (String name : section.keys()) {
            if (!KINDS.contains(name)) {
                section.problem(
                        name, "no such duty" + Section.hint(name, KINDS) + ", allowed are " + String.join(", ", KINDS));
                continue;
            }
            DutyKind kind = DutyKind.valueOf(name);
            Rhythm before = rhythms.getOrDefault(kind, new Rhythm(kind.usual(), 0));
            Section said = section.section(name);
            rhythms.put(
                    kind,
                    new Rhythm(
                            said.choice("every", Cadence.class, before.cadence()),
                            said.integer("grace-days", before.graceDays(), 0, MOST_DAYS)));
        }
        return rhythms;
    }

    Map<DutyKind, Rhythm> of(String district) {
        return districts.getOrDefault(district, usual);
    }

    /** Every rhythm that some district has. */
    Collection<Map<DutyKind, Rhythm>> all() {
        Map<String, Map<DutyKind, Rhythm>> all = new TreeMap<>(districts);
        all.put("", usual);
        return all.values();
    }
}
