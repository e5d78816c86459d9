package org.childfile.ingest.push;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.childfile.settings.InvalidSettings;
import org.childfile.settings.Problem;

/**
 * What the inbox holds at most, of all feeds together, and for how long receipts can be asked for.
 *
 * @param records waiting records
 * @param bytes waiting bytes, as they came
 */
public record InboxLimits(long records, long bytes, Duration receipts) {

    /** {@code CHILDFILE_INBOX_RECORDS} (20000), {@code CHILDFILE_INBOX_BYTES} (67108864), {@code CHILDFILE_RECEIPT_DAYS} (30). */
    public static InboxLimits of(Map<String, String> environment) {
        return new InboxLimits(
                number(environment, "CHILDFILE_INBOX_RECORDS", 20_000),
                number(environment, "CHILDFILE_INBOX_BYTES", 64L << 20),
                Duration.ofDays(number(environment, "CHILDFILE_RECEIPT_DAYS", 30)));
    }

    private static long number(Map<String, String> environment, String variable, long usual) {
        String set = environment.getOrDefault(variable, Long.toString(usual));
        try {
            long number = Long.parseLong(set);
            if (number >= 1 && number <= Integer.MAX_VALUE) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as a number that is too small is.
        }
        throw new InvalidSettings(
                List.of(new Problem(variable, 0, "found " + set + ", allowed is a whole number from 1")));
    }
}
