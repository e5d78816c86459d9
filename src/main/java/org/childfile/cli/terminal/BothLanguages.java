package org.childfile.cli.terminal;

import java.util.Locale;

/** Texts for documents that go out of the house: Chinese first, English second. */
public final class BothLanguages {

    private final Messages zh = Messages.in(Locale.CHINESE);
    private final Messages en = Messages.in(Locale.ENGLISH);

    /** In Chinese. */
    public String zh(String key, Object... arguments) {
        return zh.text(key, arguments);
    }

    /** A line of HTML: the Chinese text, and the English one softer behind it. */
    public String line(String key, Object... arguments) {
        return Html.escaped(zh.text(key, arguments)) + " "
                + Html.element("span", "en", Html.escaped(en.text(key, arguments)));
    }

    /** A title of text: both, with a blank between them. */
    public String title(String key, Object... arguments) {
        return zh.text(key, arguments) + " " + en.text(key, arguments);
    }

    /** A word that stands in the tables: in both languages where it is known, else as it is. */
    public String word(String prefix, String written) {
        String key = prefix + written.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return zh.bundle().containsKey(key) ? title(key) : written;
    }
}
