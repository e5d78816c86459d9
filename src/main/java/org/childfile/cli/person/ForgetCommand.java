package org.childfile.cli.person;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.childfile.access.erasure.Erasure.Keep;
import org.childfile.access.erasure.Erasure.Kept;
import org.childfile.access.erasure.Erasure.Outcome;
import org.childfile.access.erasure.Erasure.Reason;
import org.childfile.access.privacy.ErasureTree;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.cli.terminal.Engine;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.SubjectCommand;
import org.childfile.cli.terminal.TextTable;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.jobs.Forgetting;
import org.childfile.jobs.Forgetting.Plan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code childfile forget}: erases a person, but for what a law bids to keep; it does not come back with the next feed. */
@Command(name = "forget")
public final class ForgetCommand extends SubjectCommand {

    @Parameters(paramLabel = "ID", descriptionKey = "person.id")
    private String id = "";

    @Option(names = "--reason", paramLabel = "CODE", required = true, descriptionKey = "forget.reason")
    private String reason = "";

    @Option(names = "--keep", paramLabel = "CODE", split = ",", descriptionKey = "forget.keep")
    private @Nullable List<String> keep;

    @Option(names = "--purpose", paramLabel = "PURPOSE", descriptionKey = "option.purpose")
    private String purpose = "subject-rights";

    @Option(names = "--yes", descriptionKey = "forget.yes")
    private boolean yes;

    ForgetCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws Exception {
        Reason why = code("--reason", reason, Reason.values(), Reason::written);
        Set<Keep> kept = EnumSet.noneOf(Keep.class);
        if (keep != null) {
            keep.forEach(each -> kept.add(code("--keep", each, Keep.values(), Keep::written)));
        }
        try (Warehouse warehouse = Warehouse.open(shell())) {
            String person = livingPerson(warehouse, id);
            try (Engine engine = Engine.start(warehouse.logins(), workspace())) {
                Forgetting forgetting = engine.get(Forgetting.class);
                if (!yes) {
                    door(warehouse).record("plan to forget", List.of(person), List.of(), why.written());
                    forgetting.plan(person).ifPresent(this::tell);
                    return ExitCode.ATTENTION;
                }
                door(warehouse).record("forget", List.of(person), List.of(), why.written());
                Outcome outcome = forgetting
                        .forget(person, why, actor(), kept)
                        .orElseThrow(() -> WrongUse.of("wrong.forgotten-meanwhile", person));
                return tell(person, outcome, seesReports(warehouse));
            }
        }
    }

    private void tell(Plan plan) {
        Map<String, Long> feeds = Stream.concat(plan.own().stream(), plan.about().stream())
                .collect(Collectors.groupingBy(record -> record.key().feed(), TreeMap::new, Collectors.counting()));
        print(text("forget.plan", plan.personId()));
        feeds.forEach((feed, count) -> print("  " + TextTable.padded(feed, 20) + count));
        print(text("forget.confirm"));
    }

    /** Whether the person at the machine may be told of reports of abuse. */
    private boolean seesReports(Warehouse warehouse) throws SQLException {
        try (Connection connection = warehouse.look(purpose)) {
            return warehouse
                    .reads(connection)
                    .one(ReadQuery.of("sees-reports"))
                    .orElseThrow()
                    .flag("allowed");
        }
    }

    private int tell(String person, Outcome outcome, boolean reports) {
        return switch (outcome) {
            case Outcome.Erased erased -> {
                print(text(
                        "forget.erased", person, erased.records(), erased.versions(), String.valueOf(erased.number())));
                for (Kept kept : erased.kept()) {
                    if (kept.what().equals("reports") && !reports) {
                        continue;
                    }
                    print(text(
                            "forget.kept",
                            text("forget.what." + kept.what()),
                            kept.count(),
                            text("forget.why." + kept.why())));
                }
                print(text(
                        "forget.tree",
                        ErasureTree.of(shell().home(), shell().environment()).file()));
                yield ExitCode.DONE;
            }
            case Outcome.Refused refused -> {
                print(text(
                        "forget.refused",
                        person,
                        text("forget.why." + (reports ? refused.why().written() : "ask"))));
                yield ExitCode.FAILED;
            }
        };
    }

    private static <E extends Enum<E>> E code(
            String option, String given, E[] all, java.util.function.Function<E, String> written) {
        return Arrays.stream(all)
                .filter(each -> written.apply(each).equals(given))
                .findFirst()
                .orElseThrow(() -> WrongUse.of(
                        "wrong.allowed",
                        option,
                        given,
                        Arrays.stream(all).map(written).collect(Collectors.joining(", "))));
    }
}
