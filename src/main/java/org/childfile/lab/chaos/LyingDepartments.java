package org.childfile.lab.chaos;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.childfile.care.help.Wakeups;
import org.childfile.cli.terminal.Engine;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.jobs.Run;
import org.childfile.jobs.RunProgress;
import org.childfile.jobs.Runs;
import org.childfile.kernel.Message;
import org.childfile.lab.departments.Departments;
import org.childfile.lab.departments.Faults;
import org.childfile.lab.departments.Poison;
import org.childfile.lab.departments.Tampering;

/**
 * A fortnight in which departments lie in every way that there is, most of them every night, and lose the answers to
 * applications; then a night on which all behave. Beside it, honest departments and the same nights.
 *
 * <ul>
 *   <li>No night fails: the step {@code reconcile} fails one whose landed records are not those staged, set aside and repeated.
 *   <li>No record of the first night is withdrawn that honest departments do not withdraw.
 *   <li>In the end what holds is the same, and each application has come to its department once.
 * </ul>
 */
final class LyingDepartments implements Fault {

    private static final int NIGHTS = 15;

    private static final Map<String, String> NAMES = Map.of(
            "care-records", "pairingNo",
            "civil-affairs", "xm",
            "education", "姓名",
            "health", "name",
            "medical-insurance", "psnName",
            "pairings", "volunteerNo",
            "political-legal", "儿童姓名",
            "public-security", "XM",
            "volunteers", "姓名");

    private static final Set<String> PAGED = Set.of("civil-affairs", "pairings", "care-records", "public-security");
    private static final List<String> TAKERS = List.of("civil-affairs", "education", "health", "medical-insurance");

    private static final String GONE = "select feed || ' ' || source_key from mapping.source_record where withdrawn";
    private static final String IN_FORCE =
            "select feed || ' ' || source_key from mapping.source_record where not withdrawn";
    private static final String SENT = "select count(*) from wakeup.application where receipt is not null";
    private static final String UNSENT =
            "select count(*) from wakeup.application where department_state = 'confirmed' and ended_at is null";
    /** As if departments that send only what changed had sent once more what was refused. */
    private static final String SEND_ALL = "update landing.pull set watermark = null";

    /** What a department can do with a feed. The functions keep nothing. */
    @SuppressWarnings("ImmutableEnumChecker")
    private enum Lie {
        BAD_BYTES(feed -> Faults.poison(feed, name(feed), Poison.INVALID_BYTES)),
        NUL(feed -> Faults.poison(feed, name(feed), Poison.NUL)),
        HALF_CHARACTER(feed -> Faults.poison(feed, name(feed), Poison.HALF_CHARACTER)),
        EXTRA_CELL(feed -> Faults.poison(feed, name(feed), Poison.EXTRA_CELL)),
        NO_NAMES(feed -> Faults.emptied(feed, name(feed))),
        REPEATED_ID(feed -> Faults.keyTwice(feed, name(feed), "another text")),
        REPEATED_PAGE(feed -> PAGED.contains(feed) ? Faults.repeatedPage(feed, 1) : Faults.keyTwice(feed)),
        SHRUNK(Faults::emptySnapshot),
        ERROR_500(feed -> Faults.failsFirst(Integer.MAX_VALUE)),
        LOGIN_PAGE(feed -> Faults.htmlPage()),
        CUT_SHORT(feed -> Faults.cutShort()),
        TRUNCATED(feed ->
                (nth, path, honest) -> honest.withBody(Arrays.copyOf(honest.body(), honest.body().length / 2))),
        WRONG_CHECKSUM(feed -> feed.equals("education") ? Faults.wrongChecksum() : Faults.totalOffBy(feed, 1)),
        OTHER_ENCODING(feed -> (nth, path, honest) ->
                honest.withBody(new String(honest.body(), StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16))),
        YESTERDAY(feed -> (nth, path, honest) -> honest),
        DOWN(feed -> Faults.serverDown());

        private final Function<String, Tampering> tampering;

        Lie(Function<String, Tampering> tampering) {
            this.tampering = tampering;
        }

        private static String name(String feed) {
            return NAMES.getOrDefault(feed, "");
        }
    }

    /** What is in a warehouse behind each night. */
    private record Outcomes(List<Set<String>> gone, Set<String> first, Fingerprint state, String found) {}

    @Override
    public String name() {
        return "lies";
    }

    @Override
    public Outcome strike(TestBed bed) throws Exception {
        Outcomes honest = nights(bed, bed.home("honest"), null);
        Outcomes lied = nights(bed, bed.home("lied-to"), bed.random().split());
        StringBuilder found = new StringBuilder(honest.found()).append(lied.found());
        for (int night = 0; night < NIGHTS; night++) {
            Set<String> lost = new HashSet<>(lied.gone().get(night));
            lost.removeAll(honest.gone().get(night));
            lost.retainAll(honest.first());
            if (!lost.isEmpty()) {
                found.append("night ")
                        .append(night + 1)
                        .append(": withdrawn by a lie: ")
                        .append(lost.size());
            }
        }
        return Fault.outcome(
                Message.of("chaos.lies", NIGHTS, Lie.values().length),
                found.append(lied.state().differenceTo(honest.state())).toString());
    }

    /** The nights of one home, whose departments are honest where there are no lies. */
    private static Outcomes nights(TestBed bed, Path home, @org.jspecify.annotations.Nullable SplittableRandom lies)
            throws Exception {
        Shell shell = bed.shell(home);
        StringBuilder found = new StringBuilder();
        List<Set<String>> gone = new java.util.ArrayList<>();
        Set<String> first = new HashSet<>();
        try (Departments departments = Departments.start(bed.world(), 0, "127.0.0.1");
                Warehouse warehouse = Warehouse.open(shell);
                Engine engine = Engine.start(
                        warehouse.logins(), shell.workspace(null, null).with(departments.environment()))) {
            for (int night = 1; night <= NIGHTS; night++) {
                departments.behave();
                departments.night(Math.min(night, 2));
                if (night == NIGHTS) {
                    TestBed.execute(warehouse.logins().owner(), SEND_ALL);
                } else if (lies != null && night > 1) {
                    spoil(departments, lies);
                }
                Run run = engine.get(Runs.class).nightly(TestBed.day(night), RunProgress.NONE, Map.of());
                engine.get(Wakeups.class).send();
                gone.add(new HashSet<>(TestBed.ask(warehouse.logins().program(), GONE)));
                if (night == 1) {
                    first.addAll(TestBed.ask(warehouse.logins().program(), IN_FORCE));
                }
                if (run.state() == Run.State.FAILED) {
                    found.append("night ")
                            .append(night)
                            .append(" failed: ")
                            .append(run.runId())
                            .append('\n');
                }
            }
            engine.get(Wakeups.class).send();
            String sent = TestBed.ask(warehouse.logins().program(), SENT).getFirst();
            String unsent = TestBed.ask(warehouse.logins().program(), UNSENT).getFirst();
            if (!unsent.equals("0") || !sent.equals(Integer.toString(departments.applications()))) {
                found.append("applications: departments have ")
                        .append(departments.applications())
                        .append(", ")
                        .append(sent)
                        .append(" receipts, ")
                        .append(unsent)
                        .append(" unsent\n");
            }
            try (Connection program = warehouse.logins().program().connect()) {
                return new Outcomes(gone, first, Fingerprint.ofState(program), found.toString());
            }
        }
    }

    /** Two departments of three lie. */
    private static void spoil(Departments departments, SplittableRandom lies) {
        for (String feed : NAMES.keySet().stream().sorted().toList()) {
            Lie lie = Lie.values()[lies.nextInt(Lie.values().length)];
            if (lies.nextInt(3) == 0) {
                continue;
            }
            if (lie == Lie.YESTERDAY) {
                departments.night(feed, 1);
            } else {
                departments.tamper(feed, lie.tampering.apply(feed));
            }
        }
        for (String department : TAKERS) {
            if (lies.nextBoolean()) {
                departments.tamperApplications(
                        department, lies.nextBoolean() ? Faults.cutShort() : Faults.failsFirst(Integer.MAX_VALUE));
            }
        }
    }
}
