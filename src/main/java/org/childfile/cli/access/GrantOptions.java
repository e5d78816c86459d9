package org.childfile.cli.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.childfile.access.rights.RightsRules;
import org.childfile.cli.terminal.Messages;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.security.Grant;
import org.childfile.settings.Section;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say as whom, for what, and of whom something may be seen. */
final class GrantOptions {

    @Option(names = "--role", paramLabel = "ROLE", descriptionKey = "grant.role")
    private String role = "";

    @Option(names = "--purpose", paramLabel = "PURPOSE", split = ",", descriptionKey = "grant.purpose")
    private List<String> purposes = new ArrayList<>();

    @Option(names = "--division", paramLabel = "CODE", split = ",", descriptionKey = "grant.division")
    private List<String> divisions = new ArrayList<>();

    @Option(names = "--child", paramLabel = "ID", split = ",", descriptionKey = "grant.child")
    private List<String> children = new ArrayList<>();

    @Option(names = "--attributes", paramLabel = "NAME", split = ",", descriptionKey = "grant.attributes")
    private @Nullable List<String> attributes;

    @Option(names = "--subject", paramLabel = "NAME", descriptionKey = "grant.subject")
    private @Nullable String subject;

    /**
     * What is granted, by the person at the machine; to that person where the options name nobody.
     *
     * @throws WrongUse naming the option that is missing, malformed, or would grant nothing
     */
    Grant grant(Shell shell, RightsRules rules) {
        Messages messages = shell.messages();
        RightsRules.Role known = role(rules, messages);
        purposes(known, messages);
        rows(known, messages);
        try {
            return new Grant(
                    subject != null ? subject : shell.operator().person(),
                    role,
                    purposes,
                    divisions,
                    children,
                    Optional.ofNullable(attributes),
                    shell.operator().issuing());
        } catch (IllegalArgumentException e) {
            throw new WrongUse(messages.text("grant.malformed", String.valueOf(e.getMessage()), "token"));
        }
    }

    private RightsRules.Role role(RightsRules rules, Messages messages) {
        List<String> names = rules.roles().stream().map(RightsRules.Role::name).toList();
        if (role.isEmpty()) {
            throw new WrongUse(messages.text("grant.no-role", String.join(", ", names)));
        }
        return rules.roles().stream()
                .filter(each -> each.name().equals(role))
                .findFirst()
                .orElseThrow(() -> new WrongUse(messages.text(
                        "grant.unknown-role", role + Section.hint(role, names), String.join(", ", names))));
    }

    private void purposes(RightsRules.Role known, Messages messages) {
        List<String> allowed =
                known.grants().stream().map(RightsRules.Grant::purpose).toList();
        if (purposes.isEmpty()) {
            throw new WrongUse(messages.text("grant.no-purpose", role, String.join(", ", allowed)));
        }
        for (String purpose : purposes) {
            if (!allowed.contains(purpose)) {
                throw new WrongUse(messages.text(
                        "grant.unknown-purpose",
                        purpose + Section.hint(purpose, allowed),
                        role,
                        String.join(", ", allowed)));
            }
        }
    }

    /** Who could see nobody, as nothing says of whom, would take a right answer for an empty one. */
    private void rows(RightsRules.Role known, Messages messages) {
        switch (known.rows()) {
            case DIVISIONS -> {
                if (divisions.isEmpty() && children.isEmpty()) {
                    throw new WrongUse(messages.text("grant.no-division", role));
                }
            }
            case CHILDREN -> {
                if (children.isEmpty()) {
                    throw new WrongUse(messages.text("grant.no-child", role));
                }
            }
            case NONE -> {
                // It sees no file, and needs no one named.
            }
        }
    }
}
