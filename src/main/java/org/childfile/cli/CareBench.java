package org.childfile.cli;

import java.time.LocalDate;
import javax.sql.DataSource;
import org.childfile.care.DutyLedger;
import org.childfile.coverage.CoverageStore;
import org.childfile.database.SqlFiles;
import org.childfile.jobs.PipelineSettings;
import org.childfile.jobs.Workspace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A year of care of many made-up pairs: how long the ledger takes for all of it, for a quiet night, and for a Monday. */
final class CareBench {

    private static final LocalDate A_SATURDAY = LocalDate.of(2026, 11, 21);

    private final CommandBase command;
    private final DataSource dataSource;
    private final DutyLedger ledger;
    private final CoverageStore coverage;
    private final TransactionTemplate transaction;

    CareBench(CommandBase command, DataSource dataSource, Workspace workspace) {
        this.command = command;
        this.dataSource = dataSource;
        this.ledger =
                new DutyLedger(dataSource, PipelineSettings.read(workspace).care());
        this.coverage = new CoverageStore(dataSource);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    }

    void run(int pairs) {
        fill("cli/bench-pairs", pairs);
        fill("cli/bench-care", pairs);
        JdbcClient.create(dataSource).sql("analyze").update();
        measure("bench.duties.first", A_SATURDAY);
        measure("bench.duties.quiet", A_SATURDAY.plusDays(1));
        measure("bench.duties.monday", A_SATURDAY.plusDays(2));
        measure("bench.duties.month", LocalDate.of(2026, 12, 1));
        long began = System.nanoTime();
        Integer rows = transaction.execute(status -> coverage.count(A_SATURDAY));
        tell("bench.coverage", rows == null ? 0 : rows, began);
    }

    private void fill(String statement, int pairs) {
        transaction.executeWithoutResult(status -> JdbcClient.create(dataSource)
                .sql(SqlFiles.read(statement))
                .param("day", A_SATURDAY)
                .param("pairs", pairs)
                .update());
    }

    private void measure(String what, LocalDate day) {
        long began = System.nanoTime();
        Long written = transaction.execute(status -> ledger.advance(day));
        tell(what, written == null ? 0 : written, began);
    }

    private void tell(String what, long rows, long began) {
        command.print(command.text(what, rows, (System.nanoTime() - began) / 1e9));
    }
}
