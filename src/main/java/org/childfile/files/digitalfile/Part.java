package org.childfile.files.digitalfile;

import java.util.Locale;

/** What a rule is for. The parts are evaluated in this order, and each may ask for what the ones before it found. */
enum Part {
    /** A kind of difficulty that the evidence supports; the rule's id is the code of the kind. */
    KINDS("kind"),
    /** A child whom nobody knows to be in difficulty; names the kinds that make one. */
    HIDDEN("hidden"),
    /** Something to look into, which is no kind of difficulty by itself. */
    SIGNALS("signal"),
    /** What makes the grade of risk red or yellow. */
    RISK("risk");

    private final String fact;

    Part(String fact) {
        this.fact = fact;
    }

    /** The fact under which later parts know what fired; also the word of the tables. */
    String fact() {
        return fact;
    }

    /** As files write it. */
    String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
