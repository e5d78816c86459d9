package org.childfile.lab.registers;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.childfile.kernel.Sex;
import org.childfile.lab.world.Day;
import org.childfile.lab.world.Digits;
import org.childfile.lab.world.HouseholdMaker;
import org.childfile.lab.world.IdNumbers;
import org.childfile.lab.world.Mistake;
import org.childfile.lab.world.Mistakes;
import org.childfile.lab.world.Name;
import org.childfile.lab.world.Names;
import org.childfile.lab.world.Place;
import org.childfile.lab.world.Rng;
import org.childfile.lab.world.Settlement;
import org.childfile.lab.world.Tally;
import org.childfile.lab.world.Town;
import org.childfile.lab.world.Volunteer;
import org.childfile.lab.world.WorldPlan;
import org.jspecify.annotations.Nullable;

/** The caring mothers of a town, and how village, township and enterprise list them. */
final class Volunteers {

    static final String FEED = "volunteers";
    static final String HEADER = "编号,姓名,性别,身份证号,出生日期,职务,妇联组织,行政区划,联系电话,住址,特长,可结对数,培训记录,在岗状态,背景核查日期,更新时间";

    private static final int SALT = 61;
    private static final int LAST_OLD_ID_YEAR = 1980;
    private static final double LEAVES = 0.006;
    private static final double NEW_PHONE = 0.01;
    private static final double NEVER_CHECKED = 0.006;
    private static final double CHECK_LAPSED = 0.01;
    private static final List<String> SKILLS = List.of("护理", "心理", "教育", "法律", "医疗", "手语", "社工", "文艺");
    private static final List<String> COURSES = List.of("心理疏导", "儿童急救", "家庭教育", "未成年人保护", "结对陪伴");

    private record Woman(
            int index,
            Name name,
            LocalDate born,
            String id,
            Place home,
            List<String> skills,
            int capacity,
            String training,
            boolean leaves,
            @Nullable LocalDate checked) {}

    private record Listing(String number, String post, String organisation, String division, String phone) {}

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
        Rng rng = Rng.of(plan.seed(), 400, index);
        Slips slips = new Slips(rates, tally);
        Woman woman = woman(rng, index, share);
        String phone = HouseholdMaker.mobile(rng);
        Listing own = own(rng, woman, phone);
        list(rng, slips, woman, own, rng.chance(NEW_PHONE) ? HouseholdMaker.mobile(rng) : phone);
        if (slips.happens(rng, Mistake.VOLUNTEER_LISTED_TWICE)) {
            Listing second = second(rng, woman);
            list(rng, slips, woman, second, second.phone());
        }
        return new Volunteer(index, own.number(), woman.home().village(), woman.leaves());
    }

    private Woman woman(Rng rng, int index, Settlement.Share share) {
        Town town = share.town();
        LocalDate born = plan.firstNight().minusDays(rng.between(24 * 366, 64 * 365));
        String surname = Names.surname(rng, town.inCounty());
        return new Woman(
                index,
                Name.han(surname, Names.given(rng, Sex.FEMALE, Names.Generation.PARENT)),
                born,
                ids.next(town.district().code(), born, Sex.FEMALE),
                Place.in(town, rng, share.populated()),
                skills(rng),
                rng.chance(0.12) ? 2 : 1,
                training(rng),
                rng.chance(LEAVES),
                checked(index));
    }

    /** In the list of her village or community. */
    private static Listing own(Rng rng, Woman woman, String phone) {
        Town.Village village = woman.home().village();
        String chair = village.name().endsWith("社区") ? "社区妇联主席" : "村妇联主席";
        return new Listing(
                "FL" + Digits.shuffled(woman.index() * 2L, SALT),
                rng.chance(0.15) ? chair : rng.chance(0.4) ? "妇联执委" : "志愿者",
                woman.home().town().name() + village.name() + "妇联",
                village.code(),
                phone);
    }

    /** In the list of her township, or of an enterprise, under another number and with another phone. */
    private static Listing second(Rng rng, Woman woman) {
        Town town = woman.home().town();
        boolean enterprise = rng.chance(0.3);
        return new Listing(
                (enterprise ? "QY" : "XZ") + Digits.shuffled(woman.index() * 2L + 1, SALT),
                "志愿者",
                enterprise ? town.district().name() + "爱心企业联合会妇委会" : town.name() + "妇联",
                town.code() + "000",
                HouseholdMaker.mobile(rng));
    }

    private void list(Rng rng, Slips slips, Woman woman, Listing listing, String nextPhone) throws IOException {
        String name = NameSlips.write(rng, slips, woman.name());
        String id = id(rng, slips, woman.id(), woman.born());
        String phone = PhoneForms.write(rng, slips, listing.phone());
        LocalDateTime updated = stamp(rng, rng.between(3, 500));
        String before = line(woman, listing, name, id, phone, "在岗", updated);
        if (woman.leaves() || !nextPhone.equals(listing.phone())) {
            String state = woman.leaves() ? "离任" : "在岗";
            out.changed(before, line(woman, listing, name, id, nextPhone, state, stamp(rng, 0)));
        } else {
            out.unchanged(before);
        }
        truth.volunteer(listing.number(), woman.index());
    }

    private static String line(
            Woman woman,
            Listing listing,
            String name,
            @Nullable String id,
            String phone,
            String state,
            LocalDateTime updated) {
        return Csv.line(Arrays.asList(
                listing.number(),
                name,
                "女",
                id,
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
                woman.checked() == null ? null : Day.iso(woman.checked()),
                Day.stamp(updated)));
    }

    /** Some of the older ones still show the number of 15 digits that they got before October 1999. */
    private @Nullable String id(Rng rng, Slips slips, String id, LocalDate born) {
        if (slips.happens(rng, Mistake.ID_MISSING)) {
            return null;
        }
        boolean old = born.getYear() < LAST_OLD_ID_YEAR && slips.happens(rng, Mistake.VOLUNTEER_OLD_ID);
        return old ? id.substring(0, 6) + id.substring(8, 17) : IdSlips.typed(rng, slips, id);
    }

    private static List<String> skills(Rng rng) {
        return SKILLS.stream().filter(skill -> rng.chance(0.2)).toList();
    }

    private String training(Rng rng) {
        List<String> courses = new ArrayList<>();
        int number = rng.below(3);
        for (int i = 0; i < number; i++) {
            courses.add(Day.iso(plan.firstNight().minusDays(rng.between(30, 900))) + ":" + rng.pick(COURSES));
        }
        return String.join(";", courses);
    }

    /** When she was last checked for criminal records: nearly always within the year. Rng of its own: all else stays as it is. */
    private @Nullable LocalDate checked(int index) {
        Rng rng = Rng.of(plan.seed(), 410, index);
        if (rng.chance(NEVER_CHECKED)) {
            return null;
        }
        int days = rng.chance(CHECK_LAPSED) ? rng.between(366, 500) : rng.between(5, 340);
        return plan.firstNight().minusDays(days);
    }

    private LocalDateTime stamp(Rng rng, int daysBefore) {
        return plan.firstNight().minusDays(daysBefore).atTime(8, 0).plusSeconds(rng.below(10 * 3600));
    }
}
