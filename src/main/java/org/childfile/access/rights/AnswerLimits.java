package org.childfile.access.rights;

import java.time.Duration;
import java.util.List;
import org.childfile.settings.Section;

/**
 * How many persons one answer may show before it needs more than a right.
 *
 * @param reasonAbove an export or a query of more persons needs a reason
 * @param approvalAbove an answer that lifts the masks of more persons needs a second person
 * @param approvalLives how long that one's consent lives
 * @param roles the roles in which a token may consent
 * @param accounts who may consent at the machine; empty: everybody but who asked
 */
public record AnswerLimits(
        int reasonAbove, int approvalAbove, Duration approvalLives, List<String> roles, List<String> accounts) {

    /** Where nothing is set. */
    public static final AnswerLimits USUAL =
            new AnswerLimits(100, 1000, Duration.ofHours(24), List.of("security-officer"), List.of());

    private static final int MOST = 10_000_000;
    private static final int MOST_HOURS = 24 * 31;

    public AnswerLimits {
        roles = List.copyOf(roles);
        accounts = List.copyOf(accounts);
    }

    static AnswerLimits read(Section limits) {
        Section approval = limits.section("approval");
        return new AnswerLimits(
                limits.integer("reason-above", USUAL.reasonAbove(), 0, MOST),
                limits.integer("approval-above", USUAL.approvalAbove(), 0, MOST),
                Duration.ofHours(
                        approval.integer("hours", (int) USUAL.approvalLives().toHours(), 1, MOST_HOURS)),
                approval.has("roles") ? approval.texts("roles") : USUAL.roles(),
                approval.texts("accounts"));
    }
}
