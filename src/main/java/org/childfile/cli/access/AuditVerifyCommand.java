package org.childfile.cli.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.childfile.access.audit.AccessProof;
import org.childfile.access.audit.Anchor;
import org.childfile.access.audit.SealedAnchor;
import org.childfile.access.privacy.AuditKeys;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.WrongUse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code childfile audit verify}: proves that no access was altered, put in or taken out, and says what it cannot prove. */
@Command(name = "verify")
final class AuditVerifyCommand extends CommandBase {

    private static final String OWN = "audit-anchors.jsonl";

    @Option(names = "--anchor", paramLabel = "COUNT:HASH", descriptionKey = "audit.anchor")
    private @Nullable String anchor;

    /** That of the home unless another is named. */
    @Option(names = "--anchors", paramLabel = "FILE", descriptionKey = "audit.anchors")
    private @Nullable Path anchors;

    AuditVerifyCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws Exception {
        List<Anchor> kept = new ArrayList<>();
        if (anchor != null) {
            kept.add(parse(anchor));
        }
        try (Warehouse warehouse = Warehouse.open(shell())) {
            CliDoor.operator(warehouse, "audit").note("audit verify", "");
            boolean sealed = read(file(), warehouse.auditKeys(), kept);
            AccessProof proof = AccessProof.of(warehouse.service(), warehouse.auditKeys(), kept);
            proof.firstBroken().ifPresent(seq -> print(text("audit.broken", String.valueOf(seq))));
            for (Anchor unmet : proof.unmet()) {
                String where = unmet.keptIn().isEmpty() ? text("audit.kept-outside") : unmet.keptIn();
                print(text("audit.unmet", where, unmet.written()));
            }
            if (proof.whole()) {
                print(text("audit.whole", proof.head().count()));
                proved(proof);
            }
            print(text("audit.head", proof.head().written()));
            return proof.whole() && sealed ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    /** What is proved by it, and what is not. */
    private void proved(AccessProof proof) {
        AccessProof.Walk walk = proof.walk();
        long from = walk.first();
        walk.bound()
                .forEach((key, rows) -> say(text(
                        "audit.keyed",
                        String.valueOf(from),
                        String.valueOf(proof.head().count()),
                        key)));
        walk.unknown().forEach((key, rows) -> say(text("audit.unknown-key", rows, key)));
        if (from > 1) {
            say(text("audit.unkeyed", String.valueOf(from - 1), String.valueOf(from)));
        }
        if (from == 0 && proof.head().count() > 0) {
            say(text("audit.no-key"));
        }
        say(
                proof.kept() > 0
                        ? text("audit.anchored", proof.kept(), String.valueOf(proof.keptUpTo()))
                        : text("audit.unanchored"));
    }

    private Optional<Path> file() {
        Path own = shell().home().resolve(OWN);
        return anchors != null ? Optional.of(anchors) : Optional.of(own).filter(Files::exists);
    }

    /** Reads the anchors of a file, if they are sealed; whether all that mean to be anchors are. */
    private boolean read(Optional<Path> file, AuditKeys keys, List<Anchor> into) throws IOException {
        if (file.isEmpty()) {
            return true;
        }
        if (!Files.isReadable(file.get())) {
            throw WrongUse.of("wrong.anchors-file", file.get());
        }
        boolean sealed = true;
        int number = 0;
        for (String line : Files.readAllLines(file.get(), StandardCharsets.UTF_8)) {
            number++;
            if (SealedAnchor.stands(line)) {
                Optional<SealedAnchor> read = SealedAnchor.parse(line).filter(each -> each.isSealedBy(keys));
                read.map(SealedAnchor::anchor).ifPresent(into::add);
                if (read.isEmpty()) {
                    print(text("audit.bad-anchor", file.get().toString(), String.valueOf(number)));
                    sealed = false;
                }
            }
        }
        return sealed;
    }

    private static Anchor parse(String text) {
        try {
            return Anchor.parse(text);
        } catch (IllegalArgumentException e) {
            throw new WrongUse("--anchor: " + e.getMessage());
        }
    }
}
