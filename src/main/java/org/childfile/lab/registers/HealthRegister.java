package org.childfile.lab.registers;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.childfile.kernel.Sex;
import org.childfile.lab.world.Adult;
import org.childfile.lab.world.Child;
import org.childfile.lab.world.Day;
import org.childfile.lab.world.Digits;
import org.childfile.lab.world.HealthCondition;
import org.childfile.lab.world.Place;
import org.childfile.lab.world.Rng;
import org.jspecify.annotations.Nullable;

/** Child health records, one JSON object a record. */
final class HealthRegister implements ChildFeed<String> {

    private static final int SALT = 41;
    private static final List<String> VACCINES = List.of("0101", "0201", "0301", "0401", "0601", "1301");

    private final LocalDate night;

    HealthRegister(LocalDate night) {
        this.night = night;
    }

    @Override
    public String name() {
        return "health";
    }

    @Override
    public boolean delta() {
        return true;
    }

    @Override
    public boolean mayHoldTwo() {
        return true;
    }

    @Override
    public boolean knows(Child child, Rng rng) {
        boolean seen = child.condition().disability() != null
                || child.condition().severelyIll()
                || child.born().isAfter(night.minusYears(6));
        return rng.chance(seen ? 0.97 : 0.86);
    }

    @Override
    public String key(Child child, RecordWriter writer, int copy) {
        return "H" + Digits.shuffled(child.index() * 2L + copy, SALT);
    }

    @Override
    public TableRow row(Child child, RecordWriter writer) {
        Place home = writer.home(child);
        return TableRow.of(child, writer)
                .id(writer.idOfTheYoung(child))
                .division(writer.code(home))
                .address(writer.address(home))
                .guardian(child.household().mother())
                .phone(writer.phone(child));
    }

    @Override
    public String record(String key, Child child, RecordWriter writer, LocalDateTime updated, boolean first) {
        Adult mother = child.household().mother();
        Place home = writer.home(child);
        Rng rng = writer.other();
        return new Json()
                .text("recordId", key)
                .text("name", writer.name(child))
                .text("gender", rng.chance(0.002) ? "unknown" : writer.sex(child) == Sex.MALE ? "male" : "female")
                .text("birthDate", Day.iso(writer.birth(child)))
                .text("idNumber", writer.idOfTheYoung(child))
                .text("birthCertNo", rng.chance(0.6) ? child.certificate() : null)
                .object(
                        "mother",
                        new Json()
                                .text("name", mother.name().text())
                                .text("idNumber", rng.chance(0.7) ? mother.id() : null)
                                .text("phone", writer.phone(child)))
                .object(
                        "address",
                        new Json().text("divisionCode", writer.code(home)).text("text", writer.address(home)))
                .objects("diagnoses", diagnoses(child))
                .object("disability", disability(child))
                .objects("vaccinations", vaccinations(child, rng))
                .object("lastCheckup", checkup(child, rng))
                .object("psych", psych(child))
                .text("updatedAt", Day.offsetStamp(updated))
                .end();
    }

    @Override
    public String deletion(String key, Child child, LocalDateTime at) {
        return new Json()
                .text("recordId", key)
                .text("name", child.name().text())
                .flag("deleted", true)
                .text("updatedAt", Day.offsetStamp(at))
                .end();
    }

    @Override
    public Set<String> tells(Child child, RecordWriter writer) {
        Set<String> told = new TreeSet<>();
        if (child.condition().disability() != null) {
            told.add("31");
        }
        if (child.condition().severelyIll()) {
            told.add("32");
        }
        return told;
    }

    private static List<Json> diagnoses(Child child) {
        return child.condition().illnesses().stream()
                .map(illness -> new Json()
                        .text("icd10", illness.icd10())
                        .text("name", illness.name())
                        .text("since", Day.iso(illness.since())))
                .toList();
    }

    private static @Nullable Json disability(Child child) {
        HealthCondition.Disability disability = child.condition().disability();
        return disability == null
                ? null
                : new Json()
                        .text("category", Integer.toString(disability.category()))
                        .text("grade", Integer.toString(disability.grade()))
                        .text("certNo", disability.certificate().isEmpty() ? null : disability.certificate());
    }

    private List<Json> vaccinations(Child child, Rng rng) {
        List<Json> given = new ArrayList<>();
        LocalDate date = child.born().plusDays(rng.between(0, 40));
        for (int i = 0; i < VACCINES.size() && child.ageOn(night) < 5 && !date.isAfter(night.minusDays(1)); i++) {
            if (given.size() < 2) {
                given.add(new Json().text("code", VACCINES.get(i)).text("date", Day.iso(date)));
            }
            date = date.plusDays(rng.between(28, 90));
        }
        return given;
    }

    private @Nullable Json checkup(Child child, Rng rng) {
        LocalDate date = night.minusDays(rng.between(5, 600));
        int tenths = rng.between(-60, 60);
        if (!rng.chance(0.5) || date.isBefore(child.born())) {
            return null;
        }
        int months = (int) child.born().until(date).toTotalMonths();
        int height = 500 + (months < 24 ? months * 16 : 384 + (months - 24) * 5) + tenths;
        int weight = 33 + (months < 12 ? months * 5 : 60 + (months - 12) * 2) + tenths / 6;
        return new Json()
                .text("date", Day.iso(date))
                .raw("heightCm", height / 10 + "." + height % 10)
                .raw("weightKg", weight / 10 + "." + weight % 10);
    }

    private static @Nullable Json psych(Child child) {
        HealthCondition.Psych psych = child.condition().psych();
        return psych == null
                ? null
                : new Json()
                        .text("scale", psych.scale())
                        .number("score", psych.score())
                        .text("date", Day.iso(psych.date()))
                        .text("level", psych.level());
    }
}
