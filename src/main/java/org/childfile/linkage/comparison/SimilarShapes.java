package org.childfile.linkage.comparison;

import java.util.Arrays;
import org.childfile.kernel.Resources;

/** Which characters look alike to a clerk or a scanner: {@code similar-shapes.txt}. */
final class SimilarShapes {

    private static final int FIRST = 0x3400;
    private static final int LAST = 0x9FFF;
    /** Of each character all that look like it. */
    private static final String[] LIKE = read();

    private SimilarShapes() {}

    static boolean alike(char one, char other) {
        return one >= FIRST && one <= LAST && LIKE[one - FIRST].indexOf(other) >= 0;
    }

    private static String[] read() {
        String[] like = new String[LAST - FIRST + 1];
        Arrays.fill(like, "");
        for (String group : Resources.lines(SimilarShapes.class, "similar-shapes.txt")) {
            for (int i = 0; i < group.length(); i++) {
                int at = group.charAt(i) - FIRST;
                like[at] = like[at] + group.substring(0, i) + group.substring(i + 1);
            }
        }
        return like;
    }
}
