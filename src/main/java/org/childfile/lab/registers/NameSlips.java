package org.childfile.lab.registers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.childfile.lab.world.Characters;
import org.childfile.lab.world.Child;
import org.childfile.lab.world.Mistake;
import org.childfile.lab.world.Name;
import org.childfile.lab.world.Names;
import org.childfile.lab.world.Rng;
import org.jspecify.annotations.Nullable;

/** Writes a name down as a busy clerk does: mostly right, seldom with one slip. */
final class NameSlips {

    private static final List<String> DOTS = List.of(".", "•", "", "・", " ");

    private NameSlips() {}

    static String write(Rng rng, Slips slips, Child child) {
        if (slips.happens(rng, Mistake.NAME_ABSENT)) {
            return "";
        }
        Name name = child.name();
        Name former = child.formerName();
        String whole = slips.instead(rng, Mistake.NAME_FORMER, () -> former == null ? null : former.text());
        if (whole == null) {
            whole = slips.instead(rng, Mistake.NAME_MILK, () -> milkName(child));
        }
        if (whole == null) {
            whole = slips.instead(rng, Mistake.NAME_MOTHERS_SURNAME, () -> mothers(child));
        }
        return whole != null ? whole : slip(rng, slips, name);
    }

    /** A grown-up's name: the slips of typing only. */
    static String write(Rng rng, Slips slips, Name name) {
        return slip(rng, slips, name);
    }

    private static String slip(Rng rng, Slips slips, Name name) {
        String text = name.text();
        if (name.dotted()) {
            String dot = slips.instead(rng, Mistake.NAME_DOT, () -> rng.pick(DOTS));
            return dot == null ? text : text.replace("·", dot);
        }
        for (Kind kind : KINDS) {
            String slipped =
                    slips.instead(rng, kind.mistake(), () -> kind.change().apply(new Draft(rng, name)));
            if (slipped != null) {
                return slipped;
            }
        }
        return text;
    }

    private record Draft(Rng rng, Name name) {}

    private record Kind(Mistake mistake, Function<Draft, @Nullable String> change) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(Mistake.NAME_HOMOPHONE, draft -> replaced(draft, Characters::homophones)),
            new Kind(Mistake.NAME_SOUTH_WESTERN, draft -> replaced(draft, Characters::southWestern)),
            new Kind(Mistake.NAME_LOOK_ALIKE, draft -> replaced(draft, Characters::lookAlikes)),
            new Kind(Mistake.NAME_TRADITIONAL, NameSlips::traditional),
            new Kind(Mistake.NAME_UNKNOWN_CHARACTER, draft -> replaced(draft, character -> List.of("?"))),
            new Kind(Mistake.NAME_PINYIN, NameSlips::pinyin),
            new Kind(Mistake.NAME_BLANK, NameSlips::blank));

    /** Another character at a random place; the surname changes less often, as people know it by heart. */
    private static @Nullable String replaced(Draft draft, Function<String, List<String>> others) {
        String text = draft.name().text();
        List<Integer> places = new ArrayList<>();
        for (int i = draft.rng().chance(0.8) ? draft.name().first().length() : 0; i < text.length(); i++) {
            if (!others.apply(text.substring(i, i + 1)).isEmpty()) {
                places.add(i);
            }
        }
        if (places.isEmpty()) {
            return null;
        }
        int place = draft.rng().pick(places);
        String other = draft.rng().pick(others.apply(text.substring(place, place + 1)));
        return text.substring(0, place) + other + text.substring(place + 1);
    }

    private static @Nullable String traditional(Draft draft) {
        String text = draft.name().text();
        StringBuilder changed = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            String character = text.substring(i, i + 1);
            String form = Characters.traditional(character);
            changed.append(form.isEmpty() ? character : form);
        }
        return changed.toString().equals(text) ? null : changed.toString();
    }

    private static @Nullable String pinyin(Draft draft) {
        String text = draft.name().text();
        int place = text.length() - 1;
        String sound = Characters.pinyin(text.substring(place));
        if (sound.isEmpty()) {
            return null;
        }
        String begin = text.substring(0, place);
        return switch (draft.rng().below(3)) {
            case 0 -> begin + "(" + sound + ")";
            case 1 -> begin + "（" + sound + "）";
            default -> begin + PhoneForms.fullWidth(sound);
        };
    }

    private static String blank(Draft draft) {
        Name name = draft.name();
        return switch (draft.rng().below(3)) {
            case 0 -> name.first() + " " + name.second();
            case 1 -> name.first() + "\u3000" + name.second();
            default -> name.text() + " ";
        };
    }

    private static String milkName(Child child) {
        Rng rng = Rng.of(child.index(), 77);
        String second = child.name().second();
        String last = second.substring(second.length() - 1);
        return switch (rng.below(3)) {
            case 0 -> last + last;
            case 1 -> child.name().first() + Names.part(rng, "milk");
            default -> Names.part(rng, "milk");
        };
    }

    private static @Nullable String mothers(Child child) {
        Name mother = child.household().mother().name();
        return child.name().dotted() || mother.first().equals(child.name().first())
                ? null
                : mother.first() + child.name().second();
    }
}
