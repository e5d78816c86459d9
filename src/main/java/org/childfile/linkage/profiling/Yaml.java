package org.childfile.linkage.profiling;

/** Texts as YAML takes them. */
final class Yaml {

    private Yaml() {}

    /** Plain where YAML reads it as the same text, else in quotes. */
    static String text(String text) {
        boolean plain = text.matches("[\\p{L}_][\\p{L}\\p{N}_-]*( [\\p{L}\\p{N}_.-]+)*")
                && !text.matches("(?i)true|false|null|yes|no|on|off");
        return plain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
