package org.childfile.lab.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.kernel.Message;
import org.childfile.storage.PrivateFiles;

/**
 * The network to the departments is cut in mid-answer, or stands still, behind a random number of bytes. Where only the first
 * connections are hit the night asks again and is as an undisturbed one; where all are, the feed is stale, nothing of the pull is
 * landed, and once the network is back a retry of the run brings the rest.
 */
final class NetworkCuts implements Fault {

    private static final int NIGHTS_THAT_ASK_AGAIN = 2;
    private static final int NIGHTS_WITHOUT = 2;
    /** Powers of two, below one of which the bytes are drawn: from the head of an answer to some KB of its body. */
    private static final int LEAST_POWER = 4;

    private static final int MOST_POWER = 13;
    /** A department that stands still is given up soon. */
    private static final String IMPATIENT = "limits: {answer-timeout: 3s, ";

    private static final String HALF = """
        select 'landed of a pull that failed: ' || p.feed from landing.pull p join landing.record r using (pull_id)
        where p.state = 'failed' limit 1""";

    @Override
    public String name() {
        return "network";
    }

    @Override
    public Outcome strike(TestBed bed) throws IOException, InterruptedException, SQLException {
        Path connectors = connectors(bed);
        Map<String, String> straight = bed.departments().environment();
        Map<String, TcpProxy> proxies = new TreeMap<>();
        Map<String, String> environment = new HashMap<>();
        StringBuilder found = new StringBuilder();
        int struck = 0;
        try {
            for (Map.Entry<String, String> each : straight.entrySet()) {
                if (each.getKey().endsWith("_URL")) {
                    TcpProxy proxy = TcpProxy.to(bed.departments().port());
                    proxies.put(each.getKey(), proxy);
                    environment.put(
                            each.getKey(),
                            each.getValue().replace(":" + bed.departments().port() + "/", ":" + proxy.port() + "/"));
                }
            }
            for (int night = 1; night <= NIGHTS_THAT_ASK_AGAIN + NIGHTS_WITHOUT; night++) {
                boolean passes = night <= NIGHTS_THAT_ASK_AGAIN;
                disturb(bed, List.copyOf(proxies.values()), passes ? 1 : Integer.MAX_VALUE);
                Path home = bed.home("network-" + night, 1);
                String difference = passes
                        ? askedAgain(bed, home, environment, connectors)
                        : without(bed, home, environment, connectors, proxies);
                if (!difference.isEmpty()) {
                    found.append("night ")
                            .append(night)
                            .append(": ")
                            .append(difference)
                            .append('\n');
                }
            }
        } finally {
            for (TcpProxy proxy : proxies.values()) {
                struck += proxy.struck();
                proxy.close();
            }
        }
        if (struck == 0) {
            found.append("no connection was hit\n");
        }
        return Fault.outcome(
                Message.of("chaos.network", NIGHTS_THAT_ASK_AGAIN + NIGHTS_WITHOUT, struck), found.toString());
    }

    /** The program's own connectors, but for their patience. */
    private static Path connectors(TestBed bed) throws IOException, InterruptedException {
        Path own = bed.shell(bed.folder("none")).root().resolve("connectors");
        Path connectors = bed.copy(own, bed.folder("connectors"));
        try (Stream<Path> files = Files.list(connectors)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                PrivateFiles.write(file, Files.readString(file).replace("limits: {", IMPATIENT));
            }
        }
        return connectors;
    }

    /** About half of the departments, each in its own way. */
    private static void disturb(TestBed bed, List<TcpProxy> proxies, int connections) {
        boolean any = false;
        for (TcpProxy proxy : proxies) {
            proxy.heal();
            boolean last = proxy == proxies.getLast();
            if (bed.random().nextBoolean() || last && !any) {
                any = true;
                TcpProxy.Kind kind = bed.random().nextInt(3) == 0 ? TcpProxy.Kind.STALL : TcpProxy.Kind.CUT;
                long below = 1L << bed.random().nextInt(LEAST_POWER, MOST_POWER);
                proxy.disturb(new TcpProxy.Disturbance(kind, bed.random().nextLong(below)), connections);
            }
        }
    }

    private static String askedAgain(TestBed bed, Path home, Map<String, String> environment, Path connectors)
            throws IOException, InterruptedException, SQLException {
        ProgramProcess night = night(bed, home, environment, connectors);
        return night.ended() == bed.undisturbed(2).code() ? bed.difference(home, 2) : night.said();
    }

    private static String without(
            TestBed bed, Path home, Map<String, String> environment, Path connectors, Map<String, TcpProxy> proxies)
            throws IOException, InterruptedException, SQLException {
        ProgramProcess night = night(bed, home, environment, connectors);
        int code = night.ended();
        String half = String.join("\n", bed.ask(home, HALF));
        List<String> stale = bed.ask(home, "select feed from ops.pull where state <> 'ok'");
        if (!half.isEmpty() || code != (stale.isEmpty() ? bed.undisturbed(2).code() : ExitCode.ATTENTION)) {
            return half + night.said();
        }
        proxies.values().forEach(TcpProxy::heal);
        String run = bed.ask(home, "select run_id from ops.run order by started desc")
                .getFirst();
        ProgramProcess retry =
                bed.start(home, environment, List.of(), "retry", "--connectors", connectors.toString(), run);
        return retry.ended() == bed.undisturbed(2).code() ? bed.differenceOfState(home, 2) : retry.said();
    }

    private static ProgramProcess night(TestBed bed, Path home, Map<String, String> environment, Path connectors)
            throws IOException {
        bed.departments().night(2);
        String day = TestBed.day(2).toString();
        return bed.start(home, environment, List.of(), "nightly", "--date", day, "--connectors", connectors.toString());
    }
}
