package org.childfile.cli;

import java.util.Optional;
import org.childfile.audit.AccessProof;
import org.childfile.audit.Anchor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code childfile audit verify}: proves that no access was altered, put in or taken out. */
@Command(name = "verify")
final class AuditVerifyCommand extends CommandBase {

    @Option(names = "--anchor", paramLabel = "COUNT:HASH", descriptionKey = "audit.anchor")
    private @Nullable String anchor;

    AuditVerifyCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws Exception {
        Optional<Anchor> kept = Optional.ofNullable(anchor).map(AuditVerifyCommand::parse);
        try (Warehouse warehouse = Warehouse.open(shell())) {
            AccessProof proof = AccessProof.of(warehouse.service(), kept);
            proof.firstBroken().ifPresent(seq -> print(text("audit.broken", String.valueOf(seq))));
            for (Anchor unmet : proof.unmet()) {
                String where = unmet.keptIn().isEmpty() ? text("audit.kept-outside") : unmet.keptIn();
                print(text("audit.unmet", where, unmet.written()));
            }
            if (proof.whole()) {
                print(text("audit.whole", proof.head().count()));
            }
            print(text("audit.head", proof.head().written()));
            return proof.whole() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private static Anchor parse(String text) {
        try {
            return Anchor.parse(text);
        } catch (IllegalArgumentException e) {
            throw new WrongUse("--anchor: " + e.getMessage());
        }
    }
}
