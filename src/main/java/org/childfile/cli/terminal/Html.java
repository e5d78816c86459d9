package org.childfile.cli.terminal;

import java.util.Locale;

/** Text for an HTML page. */
public final class Html {

    private Html() {}

    /** A text as the page shows it, whatever characters are in it. */
    public static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    /** {@code <name class="…">content</name>}; the content is HTML already. */
    public static String element(String name, String styled, String content) {
        return "<" + name + (styled.isEmpty() ? "" : " class=\"" + styled + "\"") + ">" + content + "</" + name + ">";
    }

    public static String cell(String text) {
        return element("td", "", escaped(text));
    }

    public static String number(String text) {
        return element("td", "n", escaped(text));
    }

    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A share with as many places as tell something. */
    public static String share(double share) {
        return share == 0 || share >= 0.001
                ? String.format(Locale.ROOT, "%.4f", share)
                : String.format(Locale.ROOT, "%.1e", share);
    }
}
