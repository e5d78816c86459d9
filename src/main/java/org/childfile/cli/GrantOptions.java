package org.childfile.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.childfile.security.Grant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say as whom, for what, and of whom something may be seen. */
final class GrantOptions {

    @Option(names = "--role", paramLabel = "ROLE", required = true, descriptionKey = "grant.role")
    private String role = "";

    @Option(names = "--purpose", paramLabel = "PURPOSE", required = true, split = ",", descriptionKey = "grant.purpose")
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
     * What the options grant, by the person at the machine; to that person where they name nobody.
     *
     * @throws WrongUse naming the option that is malformed
     */
    Grant grant(Shell shell) {
        try {
            return new Grant(
                    subject != null ? subject : shell.operator().person(),
                    role,
                    purposes,
                    divisions,
                    children,
                    Optional.ofNullable(attributes),
                    shell.operator().recorded());
        } catch (IllegalArgumentException e) {
            throw new WrongUse(shell.messages().text("grant.malformed", String.valueOf(e.getMessage()), "token"));
        }
    }
}
