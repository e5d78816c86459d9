package org.childfile.linkage.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.childfile.linkage.matching.BlockingReport;
import org.junit.jupiter.api.Test;

/** What an engine tells arrives as it was told, whatever stands in it. */
class EngineLinesTest {

    private final List<String> heard = new ArrayList<>();

    @Test
    void whatIsToldIsHeard() {
        BlockingReport report = new BlockingReport(
                List.of(
                        new BlockingReport.Rule("name", 5, 0, List.of()),
                        new BlockingReport.Rule(
                                "a\tb",
                                7,
                                9,
                                List.of(
                                        new BlockingReport.Key("one\\two\nthree", 4, true),
                                        new BlockingReport.Key("", 3, false)))),
                12);
        LinkCounts counts = new LinkCounts(9, 2, 4, new TreeMap<>(Map.of(1, 3L, 8, 1L)), 11, 5, 6);
        LinkCounts nothing = new LinkCounts(0, 1, 0, new TreeMap<>(), 0, 0, 0);
        EngineLines.Cost cost = new EngineLines.Cost(3, 1.5, 1L << 40, 7);
        List<String> lines = new ArrayList<>();
        EngineLines.Teller teller = new EngineLines.Teller(lines::add);
        teller.begins("read");
        teller.stage("read", 3, 0.25);
        teller.learning(true);
        teller.blocking(report);
        teller.counts(counts);
        teller.counts(nothing);
        teller.cost(cost);
        teller.problem("C:\\new\ttable", 3, "first\r\nsecond");

        assertThat(lines).allMatch(line -> line.lines().count() == 1);
        EngineLines.Reader reader = new EngineLines.Reader(new Hearing());
        assertThat(lines).allMatch(reader::read);
        assertThat(heard)
                .containsExactly(
                        "begins read",
                        "stage read 3 0.25",
                        "learning true",
                        report.toString(),
                        counts.toString(),
                        nothing.toString(),
                        cost.toString(),
                        "problem C:\\new\ttable 3 first\r\nsecond");
    }

    @Test
    void aLineOfAnotherProgramIsLeftToTheCaller() {
        EngineLines.Reader reader = new EngineLines.Reader(new Hearing());

        assertThat(reader.read("WARNING: something else")).isFalse();
        assertThat(reader.read("")).isFalse();
        assertThat(heard).isEmpty();
    }

    private final class Hearing implements EngineLines.Listener {
        @Override
        public void begins(String key) {
            heard.add("begins " + key);
        }

        @Override
        public void stage(String key, long count, double seconds) {
            heard.add("stage " + key + " " + count + " " + seconds);
        }

        @Override
        public void blocking(BlockingReport report) {
            heard.add(report.toString());
        }

        @Override
        public void learning(boolean anew) {
            heard.add("learning " + anew);
        }

        @Override
        public void counts(LinkCounts counts) {
            heard.add(counts.toString());
        }

        @Override
        public void cost(EngineLines.Cost cost) {
            heard.add(cost.toString());
        }

        @Override
        public void problem(String file, int line, String message) {
            heard.add("problem " + file + " " + line + " " + message);
        }
    }
}
