package org.childfile.cli.access;

import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import org.childfile.access.audit.YearReport;
import org.childfile.access.compliance.Matters;
import org.childfile.cli.person.CollectionNotices;
import org.childfile.cli.terminal.BothLanguages;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.GuardedCsv;
import org.childfile.cli.terminal.RunningCommand;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.cli.terminal.YearPage;
import org.childfile.ingest.mapping.Population;
import org.childfile.jobs.PipelineSettings;
import org.childfile.storage.PrivateFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code childfile audit pack}: a year's report on the protection of minors' data, as a page and as tables. */
@Command(name = "pack")
final class AuditPackCommand extends RunningCommand {

    private static final int MANY_PERSONS = 500;

    @Option(names = "--year", paramLabel = "YYYY", required = true, descriptionKey = "pack.year")
    private int year;

    @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "pack.out")
    private Path out = Path.of("");

    AuditPackCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws Exception {
        if (year < 2000 || year > 9999) {
            throw WrongUse.of("wrong.year", year);
        }
        try (Warehouse warehouse = Warehouse.open(shell())) {
            CliDoor.operator(warehouse, "audit").record("audit pack", List.of(), List.of(), "year " + year);
            PipelineSettings settings = PipelineSettings.read(workspace());
            YearReport.Table collected = CollectionNotices.of(settings, EnumSet.allOf(Population.class))
                    .table();
            YearReport report = YearReport.of(warehouse.service(), warehouse.auditKeys(), year, MANY_PERSONS)
                    .after(collected);
            BothLanguages words = new BothLanguages();
            PrivateFiles.folder(out);
            PrivateFiles.write(out.resolve("report.html"), new YearPage().of(report));
            for (YearReport.Table table : report.tables()) {
                GuardedCsv.write(
                        out.resolve(table.name() + ".csv"),
                        table.columns().stream()
                                .map(column -> words.title("pack.column." + column))
                                .toList(),
                        table.rows());
            }
            new Matters(settings.compliance(), warehouse.service(), warehouse.keys(), Clock.systemUTC())
                    .packMade(year, shell().operator().recorded());
            print(text("pack.written", out.toString(), report.tables().size()));
            return report.proof().whole() ? ExitCode.DONE : ExitCode.ATTENTION;
        }
    }
}
