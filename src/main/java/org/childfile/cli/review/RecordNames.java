package org.childfile.cli.review;

import org.childfile.cli.terminal.WrongUse;
import org.childfile.kernel.SourceKey;

/** Records as users name them: {@code feed:key}, or with a slash. */
public final class RecordNames {

    private RecordNames() {}

    public static SourceKey parse(String written) {
        int colon = written.indexOf(':');
        int slash = written.indexOf('/');
        int at = colon < 0 || (slash >= 0 && slash < colon) ? slash : colon;
        if (at <= 0 || at == written.length() - 1) {
            throw WrongUse.of("wrong.record-name");
        }
        return new SourceKey(written.substring(0, at), written.substring(at + 1));
    }

    /** Whether it is the number of an entry of the queue. */
    public static boolean isNumber(String written) {
        return written.matches("\\d{1,18}");
    }
}
