package org.childfile.lab.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import org.childfile.care.coverage.CoverageStore;
import org.childfile.care.duties.DutyLedger;
import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.Engine;
import org.childfile.database.SqlFiles;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A year of care of many made-up pairs: how long the ledger takes for all of it, for a quiet night, and for a Monday. */
final class CareBench {

    private static final LocalDate A_SATURDAY = LocalDate.of(2026, 11, 21);

    private final CommandBase command;
    private final Connection program;
    private final DutyLedger ledger;
    private final CoverageStore coverage;
    private final TransactionTemplate transaction;

    CareBench(CommandBase command, Connection program, Engine engine) {
        this.command = command;
        this.program = program;
        this.ledger = engine.get(DutyLedger.class);
        this.coverage = engine.get(CoverageStore.class);
        this.transaction = new TransactionTemplate(engine.get(PlatformTransactionManager.class));
    }

    void run(int pairs) throws SQLException {
        try (Statement statement = program.createStatement()) {
            for (String fill : List.of("lab/bench/bench-pairs", "lab/bench/bench-care")) {
                statement.execute(SqlFiles.read(fill)
                        .replace(":day", "date '" + A_SATURDAY + "'")
                        .replace(":pairs", Integer.toString(pairs)));
            }
            statement.execute("analyze");
        }
        measure("bench.duties.first", A_SATURDAY);
        measure("bench.duties.quiet", A_SATURDAY.plusDays(1));
        measure("bench.duties.monday", A_SATURDAY.plusDays(2));
        measure("bench.duties.month", LocalDate.of(2026, 12, 1));
        long began = System.nanoTime();
        Integer rows = transaction.execute(status -> coverage.count(A_SATURDAY));
        tell("bench.coverage", rows == null ? 0 : rows, began);
    }

    private void measure(String what, LocalDate day) {
        long began = System.nanoTime();
        Long written = transaction.execute(status -> ledger.advance("bench", day));
        tell(what, written == null ? 0 : written, began);
    }

    private void tell(String what, long rows, long began) {
        command.print(command.text(what, rows, (System.nanoTime() - began) / 1e9));
    }
}
