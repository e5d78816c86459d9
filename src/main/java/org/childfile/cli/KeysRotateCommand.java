package org.childfile.cli;

import java.util.ArrayList;
import java.util.List;
import org.childfile.compliance.Matters;
import org.childfile.keys.Rotation;
import org.childfile.keys.Rotation.Rotated;
import org.childfile.landing.Sealing;
import org.childfile.mapping.SourceRecords;
import org.childfile.privacy.Keyring;
import org.childfile.privacy.SealedColumn;
import org.childfile.rectification.Rectification;
import org.childfile.subject.Corrections;
import org.childfile.versions.SealedRows;
import org.childfile.wakeup.Sealed;
import picocli.CommandLine.Command;

/** {@code childfile keys rotate}: another data key, while everything runs. */
@Command(name = "rotate")
final class KeysRotateCommand extends CommandBase {

    KeysRotateCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws Exception {
        try (Warehouse warehouse = Warehouse.open(shell())) {
            Keyring keys = warehouse.keys();
            CliDoor.operator(warehouse, Warehouse.OPERATIONS).note("keys", "rotated");
            TerminalProgress progress = shell().progress();
            Rotated rotated = new Rotation(warehouse.service(), keys)
                    .rotate(columns(), values -> progress.at("keys rotate", "", values))
                    .orElseThrow(() -> new WrongUse("another process rotates the keys of this warehouse; wait for it"));
            progress.finish();
            print(text("keys.rotated", rotated.key(), rotated.values()));
            print(text("keys.index-kept"));
            return ExitCode.DONE;
        }
    }

    private static List<SealedColumn> columns() {
        List<SealedColumn> columns = new ArrayList<>(Sealing.columns());
        columns.add(SourceRecords.SEALED);
        columns.addAll(SealedRows.columns());
        columns.add(Corrections.sealed());
        columns.addAll(Sealed.columns());
        columns.addAll(Rectification.sealed());
        columns.add(Matters.sealed());
        return columns;
    }
}
