package org.childfile.ingest.landing;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.format.Unusable;

/**
 * The records of one pull that are refused: by reason, and those that were refused before and came again as they were.
 */
record Refusals(Map<Unusable.Reason, Integer> byReason, int again) {

    Refusals {
        byReason = Map.copyOf(byReason);
    }

    int total() {
        return byReason.values().stream().mapToInt(Integer::intValue).sum() + again;
    }

    /**
     * Why a pull of so many records is held: more of them are refused than the connector allows. One record alone holds no
     * pull that has others: it costs itself.
     */
    Optional<String> tooMany(Connector connector, int pulled, int setAside) {
        int allowed = connector.limits().maxRefusedPercent();
        boolean all = pulled > 0 && setAside == pulled || total() == pulled && pulled > 0;
        boolean share = total() > 1 && total() * 100L > (long) pulled * allowed;
        if (!all && !share) {
            return Optional.empty();
        }
        TreeMap<String, Integer> reasons = new TreeMap<>();
        byReason.forEach((reason, count) -> reasons.put(reason.name(), count));
        if (again > 0) {
            reasons.put("as before", again);
        }
        String listed = reasons.toString().replace("{", "").replace("}", "").replace('=', ' ');
        return Optional.of((all ? Math.max(total(), setAside) : total()) + " of " + pulled + " records are refused"
                + (listed.isEmpty() ? "" : " (" + listed + ")")
                + "; more than " + allowed + " % is held. See them with: childfile quarantine list --feed "
                + connector.feed() + "; decide with: childfile hold approve|reject " + connector.feed());
    }
}
