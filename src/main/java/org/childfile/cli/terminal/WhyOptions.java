package org.childfile.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import org.childfile.kernel.Sha256;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Why an answer is asked that may show many persons. */
public class WhyOptions implements Why {

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "option.why")
    private @Nullable String reason;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Override
    public String reason() {
        return reason == null ? "" : reason.strip();
    }

    @Override
    public boolean reveals() {
        return false;
    }

    /** The command as it was given, but for its reason. */
    @Override
    public byte[] request() {
        List<String> words = new ArrayList<>();
        if (command != null) {
            List<String> given = command.root().commandLine().getParseResult().originalArgs();
            for (int at = 0; at < given.size(); at++) {
                if (given.get(at).equals("--reason")) {
                    at++;
                } else if (!given.get(at).startsWith("--reason=")) {
                    words.add(given.get(at));
                }
            }
        }
        return Sha256.of(String.join("\0", words));
    }
}
