package org.childfile.care.pairing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a night or an operator would have proposed.
 *
 * @param children every child without a caring mother in post, by id
 * @param settled what need not be solved again as long as nothing of it changes ({@link Matching.Solution})
 */
public record Plan(List<Uncovered> children, Map<String, String> settled) {

    public Plan {
        children = List.copyOf(children);
        settled = Map.copyOf(settled);
    }

    /**
     * A child without, and what is proposed for it.
     *
     * @param reason a code of {@code pairing.reason}
     * @param cause never-paired, left-post, ended or unknown-volunteer
     * @param volunteerId who is proposed; null for nobody
     * @param standing whether the same was proposed before
     * @param reasons why she
     * @param numbers what the reason rests on
     */
    public record Uncovered(
            String childId,
            String reason,
            String cause,
            String urgency,
            @Nullable String division,
            @Nullable String formerId,
            @Nullable String volunteerId,
            boolean standing,
            Map<String, Object> reasons,
            Map<String, Object> numbers) {}

    /** How many have a proposal. */
    public long proposed() {
        return children.stream().filter(child -> child.volunteerId() != null).count();
    }
}
