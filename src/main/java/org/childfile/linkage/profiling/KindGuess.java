package org.childfile.linkage.profiling;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Guesses what columns hold, from their names and from what their values look like. */
final class KindGuess {

    private static final Pattern TRUTH = words("cluster|group|label|entity|person|person_id|truth|gold|true_id|人员编号");
    private static final Pattern SOURCE = words("feed|source|system|origin|dataset|来源|数据源");
    private static final Pattern SEX = words("sex|gender|性别|xb|gend");
    private static final Pattern BIRTH = words(".*birth.*|dob|.*出生.*|.*生日.*|csrq|brdy");
    private static final Pattern PHONE = words(".*phone.*|tel|tel_.*|.*_tel|telephone|mobile|.*电话.*|.*手机.*|.*dh");
    private static final Pattern POSTCODE = words("post_?code|postal_?code|zip|zip_?code|邮编|邮政编码");
    private static final Pattern ADDRESS = words(".*address.*|addr.*|street|street_name|.*地址.*|.*住址.*|.*dz");
    private static final Pattern HOUSE = words("street_n(umbe)?r|street_no|house|house_n(umbe)?r|house_no|门牌号?");
    private static final Pattern GIVEN = words("given.*|first_?name|fore_?name|fname|名|名字");
    private static final Pattern SURNAME = words("surname|last_?name|family_?name|lname|姓|姓氏");
    private static final Pattern FORMER = words("former.*|.*alias.*|maiden.*|previous_?name|曾用名|cym");
    private static final Pattern RELATIVE =
            words(".*(guardian|father|mother|parent|carer|contact|spouse|监护人|父亲|母亲|家长|联系人).*");
    private static final Pattern NAME = words("name|full_?name|.*姓名.*|xm|.*_name");
    private static final Pattern PLACE =
            words("city|town|suburb|place|village|county|region|district|township|municipality|.*籍贯.*|.*地区.*");
    private static final Pattern DIVISION = words(".*(division|district|township|区划|户籍地|dqh|admdvs).*");

    private static final int FEW = 30;

    private final List<ColumnProfile> columns;
    private final String id;

    KindGuess(List<ColumnProfile> columns, String id) {
        this.columns = columns;
        this.id = id;
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?:" + alternatives + ")");
    }

    List<ColumnProfile> guessed() {
        List<ColumnProfile> guessed =
                columns.stream().map(column -> column.as(guess(column))).toList();
        boolean born = guessed.stream().anyMatch(column -> column.kind() == ColumnKind.BIRTH);
        List<ColumnProfile> dates = guessed.stream()
                .filter(column -> column.kind() == ColumnKind.DATE)
                .toList();
        return born || dates.size() != 1
                ? guessed
                : guessed.stream()
                        .map(column -> column.kind() == ColumnKind.DATE ? column.as(ColumnKind.BIRTH) : column)
                        .toList();
    }

    private ColumnKind guess(ColumnProfile column) {
        String name = column.name().strip().toLowerCase(Locale.ROOT).replaceAll("[ .-]+", "_");
        if (column.filled() == 0) {
            return ColumnKind.EMPTY;
        }
        if (column.name().equals(id)) {
            return ColumnKind.ROW_ID;
        }
        if (is(name, TRUTH)) {
            return ColumnKind.TRUTH;
        }
        if (is(name, SOURCE)) {
            return ColumnKind.SOURCE;
        }
        ColumnKind numbered = numbered(column, name);
        return numbered != null ? numbered : worded(column, name);
    }

    private static boolean is(String name, Pattern words) {
        return words.matcher(name).matches();
    }

    private static boolean mostly(ColumnProfile column, Predicate<String> shape, double share) {
        return column.share(shape) >= share;
    }

    /** Numbers, dates and addresses of the net; null for other texts. */
    private static @Nullable ColumnKind numbered(ColumnProfile column, String name) {
        if (name.contains("email") || name.contains("e_mail") || mostly(column, Shapes::email, 0.6)) {
            return ColumnKind.EMAIL;
        }
        if (mostly(column, Shapes::citizenId, 0.5)) {
            return is(name, RELATIVE) ? ColumnKind.KEY : ColumnKind.CITIZEN_ID;
        }
        if (is(name, SEX) || (column.distinct() <= 4 && mostly(column, Shapes::sex, 0.95))) {
            return ColumnKind.SEX;
        }
        if (is(name, BIRTH) || mostly(column, Shapes::date, 0.8)) {
            return is(name, BIRTH) ? ColumnKind.BIRTH : ColumnKind.DATE;
        }
        if (is(name, PHONE) || (column.shortest() >= 7 && mostly(column, Shapes::phone, 0.7))) {
            return ColumnKind.PHONE;
        }
        if (is(name, POSTCODE)) {
            return ColumnKind.POSTCODE;
        }
        if (is(name, DIVISION) && mostly(column, Shapes::division, 0.8)) {
            return ColumnKind.DIVISION;
        }
        return null;
    }

    private static ColumnKind worded(ColumnProfile column, String name) {
        boolean han = mostly(column, Shapes::han, 0.6);
        if (is(name, HOUSE)) {
            return ColumnKind.HOUSE_NUMBER;
        }
        if (is(name, ADDRESS) || mostly(column, Shapes::hanAddress, 0.7)) {
            return han ? ColumnKind.CHINESE_ADDRESS : ColumnKind.ADDRESS;
        }
        if (is(name, RELATIVE)) {
            return mostly(column, Shapes::digits, 0.5) ? ColumnKind.KEY : ColumnKind.RELATIVE;
        }
        if (is(name, FORMER)) {
            return ColumnKind.FORMER_NAME;
        }
        if (is(name, GIVEN) || is(name, SURNAME)) {
            return is(name, GIVEN) ? ColumnKind.GIVEN_NAME : ColumnKind.SURNAME;
        }
        if (is(name, NAME) || mostly(column, Shapes::hanName, 0.8)) {
            return han ? ColumnKind.CHINESE_NAME : ColumnKind.FULL_NAME;
        }
        return is(name, PLACE) && column.distinct() > FEW ? ColumnKind.PLACE : rest(column);
    }

    private static ColumnKind rest(ColumnProfile column) {
        double different = (double) (column.distinct() + column.others()) / column.filled();
        if (column.distinct() <= FEW && different < 0.3) {
            return ColumnKind.CATEGORY;
        }
        if (mostly(column, Shapes::digits, 0.9)) {
            return different > 0.3 && column.longest() >= 5 ? ColumnKind.KEY : ColumnKind.NUMBER;
        }
        return column.longest() > 60 ? ColumnKind.TEXT : ColumnKind.PLACE;
    }
}
