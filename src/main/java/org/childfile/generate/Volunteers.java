package org.childfile.generate;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.childfile.kernel.Sex;
import org.jspecify.annotations.Nullable;

/** The caring mothers of a town, and how village, township and enterprise list them. */
final class Volunteers {

    static final String FEED = "volunteers";
    static final String HEADER = "编号,姓名,性别,身份证号,出生日期,职务,妇联组织,行政区划,联系电话,住址,特长,可结对数,培训记录,在岗状态,更新时间";

    private static final int SALT = 61;
    private static final int LAST_OLD_ID_YEAR = 1980;
    private static final double LEAVES = 0.006;
    private static final double NEW_PHONE = 0.01;
    private static final List<String> SKILLS = List.of("护理", "心理", "教育", "法律", "医疗", "手语", "社工", "文艺");
    private static final List<String> COURSES = List.of("心理疏导", "儿童急救", "家庭教育", "未成年人保护", "结对陪伴");

    private record Listing(
            String number,
            String name,
            @Nullable String id,
            String post,
            String organisation,
            String division,
            String phone,
            @Nullable String secondPhone,
            LocalDateTime updated) {}

    private record Woman(LocalDate born, Place home, List<String> skills, int capacity, String training) {}

    private final WorldPlan plan;
    private final Mistakes rates;
    private final IdNumbers ids;
    private final TwoNights<String> out;
    private final Truth truth;
    private final Tally tally;
    private int count;

    Volunteers(WorldPlan plan, IdNumbers ids, TwoNights<String> out, Truth truth, Tally tally) {
        this.plan = plan;
        this.rates = plan.rates().scaled(plan.mistakes());
        this.ids = ids;
        this.out = out;
        this.truth = truth;
        this.tally = tally;
    }

    List<Volunteer> settle(Settlement.Share share) throws IOException {
        List<Volunteer> settled = new ArrayList<>();
        for (int i = 0; i < share.volunteers(); i++) {
            settled.add(next(share));
        }
        return settled;
    }

    private Volunteer next(Settlement.Share share) throws IOException {
        int index = ++count;
        Dice dice = Dice.of(plan.seed(), 400, index);
        Slips slips = new Slips(rates, tally);
        Town town = share.town();
        LocalDate born = plan.firstNight().minusDays(dice.between(24 * 366, 64 * 365));
        Place home = Place.in(town, dice, share.populated());
        Name name =
                Name.han(Names.surname(dice, town.inCounty()), Names.given(dice, Sex.FEMALE, Names.Generation.PARENT));
        String id = ids.next(town.district().code(), born, Sex.FEMALE);
        Woman woman = new Woman(born, home, skills(dice), dice.chance(0.12) ? 2 : 1, training(dice));
        boolean leaves = dice.chance(LEAVES);
        String phone = HouseholdMaker.mobile(dice);
        boolean community = home.village().name().endsWith("社区");
        String post = dice.chance(0.15) ? (community ? "社区妇联主席" : "村妇联主席") : dice.chance(0.4) ? "妇联执委" : "志愿者";
        String own = "FL" + Digits.shuffled(index * 2L, SALT);
        write(
                woman,
                dice,
                new Listing(
                        own,
                        NameSlips.write(dice, slips, name),
                        id(dice, slips, id, born),
                        post,
                        town.name() + home.village().name() + "妇联",
                        home.villageCode(),
                        PhoneForms.write(dice, slips, phone),
                        dice.chance(NEW_PHONE) ? HouseholdMaker.mobile(dice) : null,
                        stamp(dice, dice.between(3, 500))),
                leaves);
        truth.volunteer(own, index);
        if (slips.happens(dice, Mistake.VOLUNTEER_LISTED_TWICE)) {
            boolean enterprise = dice.chance(0.3);
            String other = (enterprise ? "QY" : "XZ") + Digits.shuffled(index * 2L + 1, SALT);
            write(
                    woman,
                    dice,
                    new Listing(
                            other,
                            NameSlips.write(dice, slips, name),
                            id(dice, slips, id, born),
                            "志愿者",
                            enterprise ? town.district().name() + "爱心企业联合会妇委会" : town.name() + "妇联",
                            town.code() + "000",
                            PhoneForms.write(dice, slips, HouseholdMaker.mobile(dice)),
                            null,
                            stamp(dice, dice.between(3, 500))),
                    leaves);
            truth.volunteer(other, index);
        }
        return new Volunteer(index, own, home.village(), leaves);
    }

    private void write(Woman woman, Dice dice, Listing listing, boolean leaves) throws IOException {
        String before = line(woman, listing, listing.phone(), "在岗", listing.updated());
        String phone = listing.secondPhone();
        if (leaves || phone != null) {
            out.changed(
                    before,
                    line(
                            woman,
                            listing,
                            phone == null ? listing.phone() : phone,
                            leaves ? "离任" : "在岗",
                            stamp(dice, 0)));
        } else {
            out.unchanged(before);
        }
    }

    private static String line(Woman woman, Listing listing, String phone, String state, LocalDateTime updated) {
        return Csv.line(Arrays.asList(
                listing.number(),
                listing.name(),
                "女",
                listing.id(),
                Day.iso(woman.born()),
                listing.post(),
                listing.organisation(),
                listing.division(),
                phone,
                woman.home().text(),
                String.join("、", woman.skills()),
                Integer.toString(woman.capacity()),
                woman.training(),
                state,
                Day.stamp(updated)));
    }

    /** Some of the older ones still show the number of 15 digits that they got before October 1999. */
    private @Nullable String id(Dice dice, Slips slips, String id, LocalDate born) {
        if (slips.happens(dice, Mistake.ID_MISSING)) {
            return null;
        }
        boolean old = born.getYear() < LAST_OLD_ID_YEAR && slips.happens(dice, Mistake.VOLUNTEER_OLD_ID);
        return old ? id.substring(0, 6) + id.substring(8, 17) : IdSlips.typed(dice, slips, id);
    }

    private static List<String> skills(Dice dice) {
        return SKILLS.stream().filter(skill -> dice.chance(0.2)).toList();
    }

    private String training(Dice dice) {
        List<String> courses = new ArrayList<>();
        int number = dice.below(3);
        for (int i = 0; i < number; i++) {
            courses.add(Day.iso(plan.firstNight().minusDays(dice.between(30, 900))) + ":" + dice.pick(COURSES));
        }
        return String.join(";", courses);
    }

    private LocalDateTime stamp(Dice dice, int daysBefore) {
        return plan.firstNight().minusDays(daysBefore).atTime(8, 0).plusSeconds(dice.below(10 * 3600));
    }
}
