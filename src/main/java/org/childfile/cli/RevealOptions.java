package org.childfile.cli;

import picocli.CommandLine.Option;

/** Whether masks are lifted, and why. */
final class RevealOptions extends WhyOptions {

    @Option(names = "--reveal", descriptionKey = "option.reveal")
    private boolean reveal;

    @Override
    public boolean reveals() {
        return reveal;
    }
}
