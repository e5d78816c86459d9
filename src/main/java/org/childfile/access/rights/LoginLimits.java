package org.childfile.access.rights;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.childfile.settings.Section;

/**
 * What the login of a person who asks with SQL may take of the database: {@code logins} in {@code mappings/rights.yaml}.
 *
 * @param statement how long one question may take
 * @param transaction how long a transaction may stand, questions and pauses together
 * @param idle how long a session may do nothing
 * @param lock how long it may wait for a lock, and others for one that it holds
 * @param temporaryBytes what its questions may write to disk at a time
 * @param connections how many it may have
 */
public record LoginLimits(
        Duration statement, Duration transaction, Duration idle, Duration lock, long temporaryBytes, int connections) {

    private static final int MOST_CONNECTIONS = 20;

    /** Where the file says nothing. */
    static final LoginLimits USUAL = new LoginLimits(
            Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofSeconds(5), 256L << 20, 3);

    static LoginLimits read(Section section) {
        return new LoginLimits(
                positive(section, "statement", USUAL.statement),
                positive(section, "transaction", USUAL.transaction),
                positive(section, "idle", USUAL.idle),
                positive(section, "lock", USUAL.lock),
                section.size("temporary-files", USUAL.temporaryBytes),
                section.integer("connections", USUAL.connections, 1, MOST_CONNECTIONS));
    }

    /** Zero would be no limit to PostgreSQL. */
    private static Duration positive(Section section, String key, Duration usual) {
        Duration duration = section.duration(key, usual);
        if (duration.isZero()) {
            section.problem(key, "found 0, which is no limit; allowed is a number with ms, s, m, h or d, such as 30s");
            return usual;
        }
        return duration;
    }

    /** The settings of PostgreSQL that stand for them, and the number of connections. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("connections", Integer.toString(connections));
        settings.put("statement_timeout", milliseconds(statement));
        settings.put("transaction_timeout", milliseconds(transaction));
        settings.put("idle_session_timeout", milliseconds(idle));
        settings.put("idle_in_transaction_session_timeout", milliseconds(transaction));
        settings.put("lock_timeout", milliseconds(lock));
        settings.put("temp_file_limit", (temporaryBytes >> 10) + "kB");
        return settings;
    }

    private static String milliseconds(Duration duration) {
        return duration.toMillis() + "ms";
    }
}
