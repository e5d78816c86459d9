package org.childfile.files.versions;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.childfile.files.merge.Profile;
import org.childfile.files.merge.Profile.Value;
import org.jspecify.annotations.Nullable;

/** What two profiles say, wherever they have it from. */
final class ProfileComparison {

    private ProfileComparison() {}

    static boolean same(Profile a, Profile b) {
        return a.feeds().equals(b.feeds()) && differing(a, b).isEmpty();
    }

    /** The attributes of which the two say different things, sorted. */
    static List<String> differing(Profile a, Profile b) {
        TreeSet<String> attributes = new TreeSet<>(a.values().keySet());
        attributes.addAll(b.values().keySet());
        List<String> differing = new ArrayList<>();
        for (String attribute : attributes) {
            if (!Objects.equals(value(a, attribute), value(b, attribute))) {
                differing.add(attribute);
            }
        }
        return List.copyOf(differing);
    }

    private static @Nullable Object value(Profile profile, String attribute) {
        Value value = profile.values().get(attribute);
        return value == null ? null : value.value();
    }
}
