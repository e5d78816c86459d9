package org.childfile.cli.terminal;

import picocli.CommandLine.Option;

/** Whether masks are lifted, and why. */
public final class RevealOptions extends WhyOptions {

    @Option(names = "--reveal", descriptionKey = "option.reveal")
    private boolean reveal;

    @Override
    public boolean reveals() {
        return reveal;
    }
}
