package org.childfile.linkage.run;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.childfile.linkage.matching.BlockingReport;

/**
 * What an engine in a process of its own tells on the way: a line each, the kind and its parts between tabs. Tabs, backslashes and
 * line feeds of a part are written with a backslash.
 */
public final class EngineLines {

    private static final String BEGINS = "begins";
    private static final String STAGE = "stage";
    private static final String LEARNING = "learning";
    private static final String RULE = "rule";
    private static final String WORST = "worst";
    private static final String BLOCKED = "blocked";
    private static final String COUNTS = "counts";
    private static final String COST = "cost";
    private static final String PROBLEM = "problem";

    private EngineLines() {}

    /** Hears what an engine tells. */
    public interface Listener {
        /** A stage begins. */
        void begins(String key);

        /** A stage ended; count is 0 where it has none. */
        void stage(String key, long count, double seconds);

        /** Before pairs are compared. */
        void blocking(BlockingReport report);

        /** Before weights are learned. */
        void learning(boolean anew);

        void counts(LinkCounts counts);

        /** What all tasks together cost. */
        void cost(Cost cost);

        /** What was asked for cannot be done; line 0 for none. */
        void problem(String file, int line, String message);
    }

    /**
     * What the tasks of an engine cost.
     *
     * @param cpuSeconds processor time, that of the driver apart
     * @param shuffled bytes that were written to be read by other tasks, as they were compressed
     * @param spilled bytes that did not fit into memory
     */
    public record Cost(long tasks, double cpuSeconds, long shuffled, long spilled) {}

    /** Tells what happens as lines. */
    public record Teller(Consumer<String> lines) implements Listener {

        @Override
        public void begins(String key) {
            tell(BEGINS, key);
        }

        @Override
        public void stage(String key, long count, double seconds) {
            tell(STAGE, key, count, seconds);
        }

        @Override
        public void blocking(BlockingReport report) {
            for (BlockingReport.Rule rule : report.rules()) {
                tell(RULE, rule.rule(), rule.pairs(), rule.skippedPairs());
                rule.worst().forEach(key -> tell(WORST, key.values(), key.rows(), key.skipped()));
            }
            tell(BLOCKED, report.maxBlock());
        }

        @Override
        public void learning(boolean anew) {
            tell(LEARNING, anew);
        }

        @Override
        public void counts(LinkCounts counts) {
            tell(
                    COUNTS,
                    counts.rows(),
                    counts.sources(),
                    counts.clusters(),
                    counts.compared(),
                    counts.joined(),
                    counts.review(),
                    counts.sizes().entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue())
                            .collect(Collectors.joining(" ")));
        }

        @Override
        public void cost(Cost cost) {
            tell(COST, cost.tasks(), cost.cpuSeconds(), cost.shuffled(), cost.spilled());
        }

        @Override
        public void problem(String file, int line, String message) {
            tell(PROBLEM, file, line, message);
        }

        private void tell(String kind, Object... parts) {
            StringBuilder line = new StringBuilder(kind);
            for (Object part : parts) {
                line.append('\t')
                        .append(part.toString()
                                .replace("\\", "\\\\")
                                .replace("\t", "\\t")
                                .replace("\r", "\\r")
                                .replace("\n", "\\n"));
            }
            lines.accept(line.toString());
        }
    }

    /** Reads lines; what is none of an engine is left to the caller. */
    public static final class Reader {

        private final Listener listener;
        private final List<BlockingReport.Rule> rules = new ArrayList<>();
        private final List<BlockingReport.Key> worst = new ArrayList<>();

        public Reader(Listener listener) {
            this.listener = listener;
        }

        /** Tells the listener; false where the line is none of an engine's. */
        public boolean read(String line) {
            List<String> parts = parts(line);
            switch (parts.getFirst()) {
                case BEGINS -> listener.begins(parts.get(1));
                case STAGE ->
                    listener.stage(parts.get(1), Long.parseLong(parts.get(2)), Double.parseDouble(parts.get(3)));
                case LEARNING -> listener.learning(Boolean.parseBoolean(parts.get(1)));
                case RULE -> {
                    rules.add(new BlockingReport.Rule(
                            parts.get(1), Long.parseLong(parts.get(2)), Long.parseLong(parts.get(3)), List.of()));
                    worst.clear();
                }
                case WORST -> {
                    worst.add(new BlockingReport.Key(
                            parts.get(1), Integer.parseInt(parts.get(2)), Boolean.parseBoolean(parts.get(3))));
                    BlockingReport.Rule rule = rules.removeLast();
                    rules.add(new BlockingReport.Rule(
                            rule.rule(), rule.pairs(), rule.skippedPairs(), List.copyOf(worst)));
                }
                case BLOCKED -> listener.blocking(new BlockingReport(rules, Integer.parseInt(parts.get(1))));
                case COUNTS ->
                    listener.counts(new LinkCounts(
                            Long.parseLong(parts.get(1)),
                            Integer.parseInt(parts.get(2)),
                            Long.parseLong(parts.get(3)),
                            sizes(parts.get(7)),
                            Long.parseLong(parts.get(4)),
                            Long.parseLong(parts.get(5)),
                            Long.parseLong(parts.get(6))));
                case COST ->
                    listener.cost(new Cost(
                            Long.parseLong(parts.get(1)),
                            Double.parseDouble(parts.get(2)),
                            Long.parseLong(parts.get(3)),
                            Long.parseLong(parts.get(4))));
                case PROBLEM -> listener.problem(parts.get(1), Integer.parseInt(parts.get(2)), parts.get(3));
                default -> {
                    return false;
                }
            }
            return true;
        }

        private static SortedMap<Integer, Long> sizes(String written) {
            SortedMap<Integer, Long> sizes = new TreeMap<>();
            for (String each : written.split(" ", -1)) {
                if (!each.isEmpty()) {
                    int at = each.indexOf('=');
                    sizes.put(Integer.valueOf(each.substring(0, at)), Long.valueOf(each.substring(at + 1)));
                }
            }
            return sizes;
        }

        private static List<String> parts(String line) {
            List<String> parts = new ArrayList<>();
            StringBuilder part = new StringBuilder();
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c == '\t') {
                    parts.add(part.toString());
                    part.setLength(0);
                } else if (c == '\\' && i + 1 < line.length()) {
                    i++;
                    part.append(
                            switch (line.charAt(i)) {
                                case 't' -> '\t';
                                case 'r' -> '\r';
                                case 'n' -> '\n';
                                default -> line.charAt(i);
                            });
                } else {
                    part.append(c);
                }
            }
            parts.add(part.toString());
            return parts;
        }
    }
}
