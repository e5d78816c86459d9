package org.childfile.kernel;

/** Small whole numbers in digits or in Chinese (三, 十二, 二十, 一百零五). */
final class Numerals {

    private static final String DIGITS = "零一二三四五六七八九";

    private Numerals() {}

    static boolean han(char c) {
        return DIGITS.indexOf(c) >= 0 || c == '〇' || c == '两' || c == '十' || c == '百';
    }

    /** The value of a text of numerals only; digits one behind the other are read as written (一二 is 12). */
    static int value(String text) {
        int total = 0;
        int number = 0;
        boolean read = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '十' || c == '百') {
                int unit = c == '十' ? 10 : 100;
                total += (read ? number : 1) * unit;
                number = 0;
                read = false;
            } else {
                int digit = Characters.digit(c) ? c - '0' : c == '两' ? 2 : Math.max(0, DIGITS.indexOf(c));
                number = number * 10 + digit;
                read = true;
            }
        }
        return total + number;
    }
}
