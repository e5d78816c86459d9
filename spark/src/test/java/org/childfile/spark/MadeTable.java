package org.childfile.spark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** People who never lived, with mistakes, brothers and sisters of one birthday, and a name that many share; from a seed. */
final class MadeTable {

    /** As {@code docs/linkage-examples/city.yaml} reads them. */
    static final String HEADER =
            "id,name,former_name,sex,birth_date,id_number,ethnic,division,township,address,guardian,phone";

    private static final String SURNAMES = "赵钱孙李周吴郑王冯陈";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰";

    private final Random random;
    private final List<String> lines = new ArrayList<>();

    private MadeTable(long seed) {
        this.random = new Random(seed);
    }

    /** The lines of rows of so many people, one to five each, in any order. */
    static List<String> lines(int people, long seed) {
        MadeTable table = new MadeTable(seed);
        for (int person = 0; person < people; person++) {
            table.person(person);
        }
        Collections.shuffle(table.lines, table.random);
        return table.lines;
    }

    private void person(int person) {
        boolean usual = random.nextInt(20) == 0;
        String name = usual ? "王伟" : name();
        // Every tenth is the twin of the one before: another name, all else the same.
        int family = person % 10 == 9 ? person - 1 : person;
        Random ofFamily = new Random(family);
        String birth =
                "20%02d-%02d-%02d".formatted(10 + ofFamily.nextInt(10), 1 + ofFamily.nextInt(12), 1 + ofFamily.nextInt(28));
        String township = "5001070%02d".formatted(1 + ofFamily.nextInt(20));
        String phone = "13%09d".formatted(ofFamily.nextInt(1_000_000_000));
        String guardian = "" + SURNAMES.charAt(ofFamily.nextInt(10)) + GIVEN.charAt(ofFamily.nextInt(GIVEN.length()));
        int records = 1 + random.nextInt(5);
        for (int i = 0; i < records; i++) {
            lines.add(String.join(
                    ",",
                    Integer.toString(lines.size() + 1),
                    random.nextInt(15) == 0 ? name() : name,
                    "",
                    "1",
                    random.nextInt(12) == 0 ? "" : birth,
                    "",
                    random.nextInt(3) == 0 ? "01" : "",
                    "500107",
                    random.nextInt(4) == 0 ? "" : township,
                    "",
                    random.nextInt(3) == 0 ? "" : guardian,
                    random.nextInt(3) == 0 ? "" : phone));
        }
    }

    private String name() {
        StringBuilder name = new StringBuilder()
                .append(SURNAMES.charAt(random.nextInt(SURNAMES.length())))
                .append(GIVEN.charAt(random.nextInt(GIVEN.length())));
        return random.nextBoolean() ? name.toString() : name.append(GIVEN.charAt(random.nextInt(GIVEN.length()))).toString();
    }
}
