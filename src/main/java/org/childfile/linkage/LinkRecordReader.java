package org.childfile.linkage;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.childfile.kernel.ChineseNames;
import org.childfile.kernel.CitizenId;
import org.childfile.mapping.Population;
import org.childfile.mapping.SourceRecord;
import org.jspecify.annotations.Nullable;

/** Draws the evidence out of source records. Keeps one copy of each text, since most stand in many records. */
final class LinkRecordReader {

    /** An id number whose date of birth lies further from the record's own is another person's: a parent's. */
    private static final int OTHERS_NUMBER_YEARS = 3;

    private static final int ADULT_YEARS = 19;

    private final Population population;
    private final LocalDate today;
    private final Map<String, String> texts = new HashMap<>();

    LinkRecordReader(Population population, LocalDate today) {
        this.population = population;
        this.today = today;
    }

    LinkRecord read(SourceRecord record) {
        String name = shared(record.sound("name"));
        String pinyin = name == null ? null : shared(ChineseNames.pinyin(name));
        String writtenBirth = record.sound("birth_date");
        LocalDate written = writtenBirth == null ? null : LocalDate.parse(writtenBirth);
        String valid = record.sound("id_number");
        String own = valid != null && own(new CitizenId(valid), written) ? valid : null;
        Set<String> villages = new LinkedHashSet<>();
        Set<String> townships = new LinkedHashSet<>();
        Set<String> districts = new LinkedHashSet<>();
        places(record, villages, townships, districts);
        return new LinkRecord(
                record.recordId(),
                record.key(),
                name,
                shared(record.sound("former_name")),
                pinyin,
                pinyin == null ? null : shared(ChineseNames.fuzzyPinyin(pinyin)),
                written != null || own == null ? written : new CitizenId(own).birthDate(),
                sex(record),
                own,
                valid == null ? record.text("id_number") : null,
                record.sound("birth_certificate"),
                adults(record),
                all(record, List.of("father_id_number", "mother_id_number", "guardian_id_number")),
                all(record, List.of("phone", "guardian_phone", "mother_phone", "carer_phone")),
                copy(villages),
                copy(townships),
                copy(districts));
    }

    /** Whether a valid number can be the person's own, and not one that a clerk took from a parent. */
    private boolean own(CitizenId id, @Nullable LocalDate written) {
        if (population == Population.VOLUNTEER) {
            return true;
        }
        return written == null
                ? id.birthDate().plusYears(ADULT_YEARS).isAfter(today)
                : Math.abs(id.birthDate().getYear() - written.getYear()) <= OTHERS_NUMBER_YEARS;
    }

    private static char sex(SourceRecord record) {
        String sex = record.sound("sex");
        return "1".equals(sex) ? '1' : "2".equals(sex) ? '2' : '0';
    }

    private Set<String> adults(SourceRecord record) {
        Set<String> adults = new LinkedHashSet<>();
        for (String role : List.of("father", "mother")) {
            String name = record.sound(role + "_name");
            if (name != null) {
                adults.add(role + ":" + name);
                adults.add(name);
            }
        }
        adults.addAll(all(record, List.of("guardian_name", "carer_name", "household_head")));
        Set<String> kept = new LinkedHashSet<>();
        adults.forEach(adult -> kept.add(texts.computeIfAbsent(adult, same -> same)));
        return copy(kept);
    }

    private Set<String> all(SourceRecord record, List<String> attributes) {
        Set<String> found = new LinkedHashSet<>();
        for (String attribute : attributes) {
            String text = shared(record.sound(attribute));
            if (text != null) {
                found.add(text);
            }
        }
        return copy(found);
    }

    private void places(SourceRecord record, Set<String> villages, Set<String> townships, Set<String> districts) {
        for (String attribute :
                List.of("residence_division", "registered_division", "division", "insurance_division")) {
            String code = record.sound(attribute);
            if (code != null) {
                code(code, villages, townships, districts);
            }
        }
        for (String attribute : List.of("residence_place", "registered_place", "place")) {
            String district = shared(record.part(attribute, "district"));
            String township = shared(record.part(attribute, "township"));
            String village = record.part(attribute, "village");
            if (district != null) {
                districts.add(district);
            }
            if (township != null) {
                townships.add(township);
                if (village != null) {
                    villages.add(township + village);
                }
            }
        }
    }

    private static void code(String code, Set<String> villages, Set<String> townships, Set<String> districts) {
        districts.add(code.substring(0, 6));
        if (code.length() >= 9 && !code.startsWith("000", 6)) {
            townships.add(code.substring(0, 9));
        }
        if (code.length() == 12 && !code.endsWith("000")) {
            villages.add(code);
        }
    }

    private @Nullable String shared(@Nullable String text) {
        return text == null ? null : texts.computeIfAbsent(text, same -> same);
    }

    private static Set<String> copy(Set<String> set) {
        return set.isEmpty() ? Set.of() : Set.copyOf(set);
    }
}
