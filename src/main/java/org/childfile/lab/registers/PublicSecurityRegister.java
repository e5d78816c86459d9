package org.childfile.lab.registers;

import java.time.LocalDateTime;
import java.util.EnumMap;
import org.childfile.kernel.Sex;
import org.childfile.lab.world.Adult;
import org.childfile.lab.world.Child;
import org.childfile.lab.world.Day;
import org.childfile.lab.world.Digits;
import org.childfile.lab.world.Household;
import org.childfile.lab.world.Mistake;
import org.childfile.lab.world.Mistakes;
import org.childfile.lab.world.Name;
import org.childfile.lab.world.Place;
import org.childfile.lab.world.Rng;
import org.jspecify.annotations.Nullable;

/** The household register, one XML element a child. It gave the id numbers, so it never mistakes one. */
final class PublicSecurityRegister implements ChildFeed<String> {

    private static final int SALT = 31;
    private static final double CAREFUL = 0.2;

    @Override
    public String name() {
        return "public-security";
    }

    @Override
    public boolean delta() {
        return true;
    }

    @Override
    public Mistakes rates(Mistakes usual) {
        EnumMap<Mistake, Double> rates = new EnumMap<>(Mistake.class);
        usual.rates().forEach((kind, rate) -> {
            if (kind.name().startsWith("NAME_") || kind == Mistake.DATE_IMPOSSIBLE) {
                rates.put(kind, rate * CAREFUL);
            } else if (kind.name().startsWith("ADDRESS_")) {
                rates.put(kind, rate);
            }
        });
        rates.put(Mistake.NAME_FORMER, 0.0);
        rates.put(Mistake.NAME_MILK, 0.0);
        rates.put(Mistake.ADDRESS_WITHOUT_VILLAGE_CODE, 0.0);
        return new Mistakes(rates);
    }

    @Override
    public boolean knows(Child child, Rng rng) {
        return child.id() != null && rng.chance(0.98);
    }

    @Override
    public String key(Child child, RecordWriter writer, int copy) {
        String id = child.id();
        if (id == null) {
            throw new IllegalArgumentException("a child that is not registered is in no household register");
        }
        return id;
    }

    @Override
    public TableRow row(Child child, RecordWriter writer) {
        Household household = child.household();
        Adult father = household.father();
        return TableRow.of(child, writer)
                .former(child.formerName())
                .id(child.id())
                .ethnic()
                .division(household.registered().villageCode())
                .address(writer.address(household.registered()))
                .guardian(father == null ? household.mother() : father);
    }

    @Override
    public String record(String key, Child child, RecordWriter writer, LocalDateTime updated, boolean first) {
        Household household = child.household();
        Place place = household.registered();
        Adult head = household.head();
        Name former = child.formerName();
        Adult father = household.father();
        Adult mother = household.mother();
        StringBuilder xml = new StringBuilder(512)
                .append("<person op=\"")
                .append(first ? 'I' : 'U')
                .append("\">");
        element(xml, "GMSFHM", key);
        element(xml, "XM", writer.name(child));
        element(xml, "CYM", former == null ? null : former.text());
        element(xml, "XB", child.sex().code());
        element(xml, "MZ", household.ethnicGroup());
        element(xml, "CSRQ", Day.basic(writer.birth(child)));
        element(xml, "HH", Digits.shuffled(household.number(), SALT));
        element(xml, "HZXM", head.name().text());
        element(xml, "YHZGX", kinship(child, head));
        element(xml, "HJDQH", place.villageCode());
        element(xml, "HJDZ", writer.address(place));
        element(xml, "FQXM", father == null ? null : father.name().text());
        element(xml, "FQSFZH", father == null ? null : father.id());
        element(xml, "MQXM", mother.name().text());
        element(xml, "MQSFZH", mother.id());
        element(xml, "ZXBS", "0");
        element(xml, "GXSJ", Day.basicStamp(updated));
        return xml.append("</person>").toString();
    }

    @Override
    public String deletion(String key, Child child, LocalDateTime at) {
        StringBuilder xml = new StringBuilder("<person op=\"D\">");
        element(xml, "GMSFHM", key);
        element(xml, "XM", child.name().text());
        element(xml, "ZXBS", "1");
        element(xml, "GXSJ", Day.basicStamp(at));
        return xml.append("</person>").toString();
    }

    private static String kinship(Child child, Adult head) {
        return switch (head.kin()) {
            case FATHER, MOTHER -> child.sex() == Sex.MALE ? "20" : "30";
            case RELATIVE -> "97";
            default -> "40";
        };
    }

    private static void element(StringBuilder xml, String name, @Nullable String text) {
        if (text != null) {
            xml.append('<')
                    .append(name)
                    .append('>')
                    .append(text)
                    .append("</")
                    .append(name)
                    .append('>');
        }
    }
}
