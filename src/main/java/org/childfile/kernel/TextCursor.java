package org.childfile.kernel;

/** A place in a text that is read from left to right, in half width, without blanks and quotes at either end. */
final class TextCursor {

    private final String text;
    private final int end;
    private int at;

    TextCursor(String raw) {
        text = raw;
        int last = raw.length();
        while (last > 0 && skippable(raw.charAt(last - 1))) {
            last--;
        }
        end = last;
        while (at < end && skippable(raw.charAt(at))) {
            at++;
        }
    }

    boolean atEnd() {
        return at >= end;
    }

    /** The next character; NUL at the end. */
    char peek() {
        return at < end ? Characters.narrow(text.charAt(at)) : '\0';
    }

    void step() {
        at++;
    }

    /** Steps over a character if it is the next one. */
    boolean skip(char c) {
        boolean found = peek() == c;
        at += found ? 1 : 0;
        return found;
    }

    void skipBlanks() {
        while (at < end && Characters.blankOrInvisible(text.charAt(at))) {
            at++;
        }
    }

    /** How many digits follow. */
    int run() {
        int i = at;
        while (i < end && Characters.digit(Characters.narrow(text.charAt(i)))) {
            i++;
        }
        return i - at;
    }

    /** The number of so many digits, which must be there. */
    int digits(int count) {
        int number = 0;
        for (int i = 0; i < count; i++) {
            number = number * 10 + digit(at++);
        }
        return number;
    }

    /** The number if exactly so many digits follow, else -1. */
    int exactly(int count) {
        return run() == count ? digits(count) : -1;
    }

    /** A number of one or two digits, else -1. */
    int shortNumber() {
        int run = run();
        return run == 1 || run == 2 ? digits(run) : -1;
    }

    /** The digits behind a decimal point as billionths; -1 where there are none. */
    long billionths() {
        int run = run();
        long billionths = 0;
        for (int i = 0; i < 9; i++) {
            billionths = billionths * 10 + (i < run ? digit(at + i) : 0);
        }
        at += run;
        return run == 0 ? -1 : billionths;
    }

    private int digit(int i) {
        return Characters.narrow(text.charAt(i)) - '0';
    }

    private static boolean skippable(char c) {
        return Characters.blankOrInvisible(c) || Characters.quote(c);
    }
}
