package org.childfile.cli.access;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.childfile.access.rights.LoginStore;
import org.childfile.access.rights.LoginStore.Given;
import org.childfile.access.rights.LoginStore.RolePurpose;
import org.childfile.cli.terminal.Messages;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.kernel.Division;
import org.childfile.kernel.Divisions;
import org.childfile.kernel.PersonId;
import org.childfile.settings.Section;

/** Whether what a login is to be given is there to be given; the first thing that is not ends the command, with a hint. */
final class LoginCheck {

    private static final Pattern NAME = Pattern.compile("(?!pg_|childfile|postgres$)[a-z][a-z0-9_]{0,62}");
    private static final Pattern DEEPER = Pattern.compile("[0-9]{10,12}");

    private final Messages messages;
    private final LoginStore store;
    private final LocalDate today;

    LoginCheck(Messages messages, LoginStore store, LocalDate today) {
        this.messages = messages;
        this.store = store;
        this.today = today;
    }

    /** @throws WrongUse naming what is wrong, and what was probably meant */
    void check(Given given) {
        require(NAME.matcher(given.login()).matches(), "login.no-name", given.login());
        require(store.known(given.login()) || !store.taken(given.login()), "login.taken", given.login());
        role(given);
        given.divisions().forEach(this::division);
        given.children()
                .forEach(child ->
                        require(PersonId.OF_CHILD.matcher(child).matches(), "grant.malformed", "child", "login grant"));
        given.attributes().ifPresent(names -> {
            List<String> known = store.attributes();
            names.forEach(each -> require(known.contains(each), "login.no-attribute", each, Section.hint(each, known)));
        });
        given.until().ifPresent(day -> require(!day.isBefore(today), "login.past", day.toString(), today.toString()));
    }

    private void role(Given given) {
        List<RolePurpose> all = store.rolePurposes();
        require(!all.isEmpty(), "login.no-rules");
        List<String> roles = all.stream().map(RolePurpose::role).distinct().toList();
        require(
                roles.contains(given.role()),
                "login.no-role",
                given.role(),
                Section.hint(given.role(), roles),
                String.join(", ", roles));
        List<RolePurpose> mine =
                all.stream().filter(each -> each.role().equals(given.role())).toList();
        List<String> purposes = mine.stream().map(RolePurpose::purpose).toList();
        for (String purpose : given.purposes()) {
            require(
                    purposes.contains(purpose),
                    "login.no-purpose",
                    given.role(),
                    purpose,
                    Section.hint(purpose, purposes),
                    String.join(", ", purposes));
        }
        switch (mine.getFirst().rows()) {
            case "divisions" -> require(!given.divisions().isEmpty(), "login.no-division", given.role());
            case "children" -> require(!given.children().isEmpty(), "login.no-child", given.role());
            default ->
                require(given.divisions().isEmpty() && given.children().isEmpty(), "login.no-rows", given.role());
        }
    }

    /** A division is a known one, the whole city, the city's or a district's beginning, or a village of a known township. */
    private void division(String code) {
        Divisions divisions = Divisions.chongqing();
        Collection<String> codes = divisions.all().stream().map(Division::code).toList();
        boolean known = codes.stream().anyMatch(each -> each.startsWith(code))
                || DEEPER.matcher(code).matches()
                        && divisions.find(code.substring(0, 9)).isPresent();
        require(known, "login.no-such-division", code, Section.hint(code, codes));
    }

    private void require(boolean met, String otherwise, Object... arguments) {
        if (!met) {
            throw new WrongUse(messages.text(otherwise, arguments));
        }
    }
}
