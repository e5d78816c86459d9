package org.childfile.lab.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.childfile.cli.terminal.Engine;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.kernel.Message;

/**
 * The warehouse lies on a server of one's own with a standby that is told of every commit before it counts (synchronous
 * streaming replication). The server is killed in mid-night, the standby takes its place on the same port, and the night is run
 * again.
 */
final class PromotedStandby implements Fault {

    private static final String WAREHOUSE = "childfile";

    @Override
    public String name() {
        return "standby";
    }

    @Override
    public Outcome strike(TestBed bed) throws IOException, InterruptedException, SQLException {
        Path home = bed.folder("own-server");
        Path data = bed.folder("own-server-data");
        try (OwnServer server = OwnServer.start(data, 0)) {
            server.execute("create database " + WAREHOUSE);
            prepare(bed, home, environment(server));
        }
        Path homeOfOther = bed.copy(home, bed.folder("own-server-2"));
        Path dataOfOther = bed.copy(data, bed.folder("own-server-2-data"));
        Path dataOfStandby = bed.copy(data, bed.folder("own-server-standby"));

        Fingerprint expected;
        int code;
        Duration whole;
        try (OwnServer server = OwnServer.start(dataOfOther, 0)) {
            long began = System.nanoTime();
            code = bed.night(homeOfOther, 1, environment(server), List.of()).ended();
            whole = Duration.ofNanos(System.nanoTime() - began);
            expected = fingerprint(server);
        }
        String found = "";
        long moment = whole.toMillis() * (30 + bed.random().nextInt(40)) / 100;
        OwnServer primary = OwnServer.start(data, 0);
        int port = primary.port();
        try (OwnServer standby = OwnServer.standby(dataOfStandby, port)) {
            primary.replicateSynchronously();
            ProgramProcess night = bed.night(home, 1, environment(primary), List.of());
            boolean over = night.process().waitFor(moment, TimeUnit.MILLISECONDS);
            primary.kill();
            int cut = over ? ExitCode.FAILED : night.ended();
            if (over || cut != ExitCode.FAILED || !night.said().contains(bed.text("error.outage"))) {
                found += "cut off: code " + cut + "\n" + night.said();
            }
            standby.promote();
        }
        try (OwnServer promoted = OwnServer.start(dataOfStandby, port)) {
            ProgramProcess again = bed.night(home, 1, environment(promoted), List.of());
            if (again.ended() != code) {
                found += "after the promotion: " + again.said();
            }
            return Fault.outcome(
                    Message.of("chaos.standby", moment / 1000),
                    found + fingerprint(promoted).differenceTo(expected));
        }
    }

    private static Map<String, String> environment(OwnServer server) {
        return new HashMap<>(Map.of(
                "CHILDFILE_DB_URL", server.address(WAREHOUSE).url(),
                "CHILDFILE_DB_USER", server.address(WAREHOUSE).user()));
    }

    /** Makes the tables and the keys. */
    private static void prepare(TestBed bed, Path home, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("CHILDFILE_HOME", home.toString());
        Shell outer = bed.shell(home);
        Shell own = outer.within(outer.out(), outer.err(), all);
        try (Warehouse warehouse = Warehouse.open(own)) {
            Engine.start(
                            warehouse.logins(),
                            own.workspace(null, null).with(bed.departments().environment()))
                    .close();
        }
    }

    private static Fingerprint fingerprint(OwnServer server) throws SQLException {
        try (var program = server.address(WAREHOUSE).as("childfile_writer").connect()) {
            return Fingerprint.of(program);
        }
    }
}
