package org.childfile.access.rights;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.childfile.settings.Problems;
import org.childfile.settings.Section;

/**
 * Which role sees what for which purpose, and what may be named to it: {@code mappings/rights.yaml}.
 *
 * @param purposes all there are
 * @param counting those for which no person is shown
 * @param smallCells which counts are suppressed for these purposes, and for some roles
 * @param names what is told by its name alone
 * @param logins what the logins of people who ask with SQL may take
 * @param limits above which an answer needs more than a right
 */
public record RightsRules(
        List<String> purposes,
        List<String> counting,
        SmallCells smallCells,
        List<Named> names,
        List<Role> roles,
        LoginLimits logins,
        AnswerLimits limits) {

    private static final int VERSION = 1;
    private static final int SUPPRESSED_BELOW = 5;

    public RightsRules {
        purposes = List.copyOf(purposes);
        counting = List.copyOf(counting);
        names = List.copyOf(names);
        roles = List.copyOf(roles);
    }

    /**
     * Which counts are suppressed.
     *
     * @param below the least count that is shown
     * @param roles who is not shown smaller ones for any purpose
     */
    public record SmallCells(int below, List<String> roles) {
        public SmallCells {
            roles = List.copyOf(roles);
        }
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
        List<String> counting = root.texts("counting");
        for (String each : counting) {
            if (!purposes.contains(each)) {
                root.problem("counting", "no such purpose " + each + Section.hint(each, purposes));
            }
        }
        Section section = root.section("roles");
        List<Role> roles = new ArrayList<>();
        for (String name : section.keys()) {
            Section role = section.section(name);
            roles.add(
                    new Role(name, role.choice("rows", Rows.class, null), grants(role.section("purposes"), purposes)));
        }
        SmallCells smallCells = smallCells(root, roles);
        List<Named> names = root.has("names") ? Named.read(root.section("names"), purposes) : List.of();
        LoginLimits logins = root.has("logins") ? LoginLimits.read(root.section("logins")) : LoginLimits.USUAL;
        AnswerLimits limits = AnswerLimits.read(root.section("limits"));
        root.done();
        return new RightsRules(purposes, counting, smallCells, names, roles, logins, limits);
    }

    private static SmallCells smallCells(Section root, List<Role> roles) {
        if (!root.has("small-cells")) {
            return new SmallCells(SUPPRESSED_BELOW, List.of());
        }
        Section section = root.section("small-cells");
        List<String> known = roles.stream().map(Role::name).toList();
        List<String> named = section.texts("roles");
        for (String role : named) {
            if (!known.contains(role)) {
                section.problem("roles", "no such role " + role + Section.hint(role, known));
            }
        }
        return new SmallCells(section.integer("below", SUPPRESSED_BELOW, 2, 1000), named);
    }

    private static List<Grant> grants(Section section, List<String> purposes) {
        Set<String> classes = Named.classes();
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
