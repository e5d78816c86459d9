package org.childfile.lab.world;

import org.childfile.kernel.Sex;

/** Whole names, by the custom of the ethnic group. */
final class PersonNames {

    static final String UYGUR = "05";
    static final String YI = "07";

    private PersonNames() {}

    static Name grownUp(Rng rng, String group, Town town, Sex sex, Names.Generation generation) {
        return switch (group) {
            case UYGUR -> new Name(Names.part(rng, kind("uygur-", sex)), Names.part(rng, "uygur-male"), true);
            case YI -> new Name(Names.part(rng, "yi-clan"), Names.part(rng, kind("yi-", sex)), true);
            default -> Name.han(Names.surname(rng, town.inCounty()), Names.given(rng, sex, generation));
        };
    }

    /** A child's name after its father (or mother, where he is not known). */
    static Name child(Rng rng, String group, Name parent, Sex sex) {
        return switch (group) {
            case UYGUR -> new Name(Names.part(rng, kind("uygur-", sex)), parent.first(), true);
            case YI -> new Name(parent.first(), Names.part(rng, kind("yi-", sex)), true);
            default -> Name.han(parent.first(), Names.given(rng, sex, Names.Generation.CHILD));
        };
    }

    /** A brother's or sister's name that shares a character, where the custom knows that. */
    static Name sharing(Rng rng, String group, Name sibling, Sex sex) {
        return sibling.dotted()
                ? child(rng, group, sibling, sex)
                : Name.han(sibling.first(), Names.sharing(rng, sex, sibling.second()));
    }

    private static String kind(String group, Sex sex) {
        return group + (sex == Sex.MALE ? "male" : "female");
    }
}
