package org.childfile.rights;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.childfile.mapping.AttributeClass;
import org.childfile.settings.Problems;
import org.childfile.settings.Section;

/**
 * Which role sees what for which purpose: {@code mappings/rights.yaml}.
 *
 * @param purposes all there are
 * @param logins what the logins of people who ask with SQL may take
 * @param limits above which an answer needs more than a right
 */
public record RightsRules(List<String> purposes, List<Role> roles, LoginLimits logins, AnswerLimits limits) {

    private static final int VERSION = 1;

    public RightsRules {
        purposes = List.copyOf(purposes);
        roles = List.copyOf(roles);
    }

    /** By what a role sees rows. */
    public enum Rows {
        /** The children of its divisions, and listed ones besides. */
        DIVISIONS,
        /** Listed children only. */
        CHILDREN,
        NONE
    }

    public record Role(String name, Rows rows, List<Grant> grants) {
        public Role {
            grants = List.copyOf(grants);
        }
    }

    /**
     * What a role sees for a purpose.
     *
     * @param minors whether of children under 14 too
     */
    public record Grant(String purpose, List<String> classes, boolean minors) {
        public Grant {
            classes = List.copyOf(classes);
        }
    }

    /** Reads {@code rights.yaml} of a directory; mistakes go to {@code problems}. */
    public static RightsRules read(Path directory, Problems problems) {
        Section root = Section.read(directory.resolve("rights.yaml"), problems);
        if (root.integer("version", 0, 1, VERSION) != VERSION) {
            root.problem("version", "expected version: " + VERSION);
        }
        List<String> purposes = root.texts("purposes");
        Section section = root.section("roles");
        List<Role> roles = new ArrayList<>();
        for (String name : section.keys()) {
            Section role = section.section(name);
            roles.add(
                    new Role(name, role.choice("rows", Rows.class, null), grants(role.section("purposes"), purposes)));
        }
        LoginLimits logins = root.has("logins") ? LoginLimits.read(root.section("logins")) : LoginLimits.USUAL;
        AnswerLimits limits = AnswerLimits.read(root.section("limits"));
        root.done();
        return new RightsRules(purposes, roles, logins, limits);
    }

    private static List<Grant> grants(Section section, List<String> purposes) {
        Set<String> classes = new HashSet<>(Stream.of(AttributeClass.values())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList());
        List<Grant> grants = new ArrayList<>();
        for (String purpose : section.keys()) {
            if (!purposes.contains(purpose)) {
                section.problem(purpose, "no such purpose" + Section.hint(purpose, purposes));
            }
            Section grant = section.section(purpose);
            for (String each : grant.texts("classes")) {
                if (!classes.contains(each)) {
                    grant.problem("classes", "no such class " + each + Section.hint(each, classes));
                }
            }
            grants.add(new Grant(purpose, grant.texts("classes"), grant.flag("minors", false)));
        }
        return grants;
    }
}
