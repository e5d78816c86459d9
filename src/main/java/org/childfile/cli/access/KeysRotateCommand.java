package org.childfile.cli.access;

import java.util.ArrayList;
import java.util.List;
import org.childfile.access.compliance.Matters;
import org.childfile.access.erasure.Corrections;
import org.childfile.access.keys.Rotation;
import org.childfile.access.keys.Rotation.Rotated;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.privacy.SealedColumn;
import org.childfile.care.help.Sealed;
import org.childfile.care.rectification.Rectification;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.TerminalProgress;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.files.versions.SealedRows;
import org.childfile.ingest.landing.Sealing;
import org.childfile.ingest.mapping.SourceRecords;
import org.childfile.ingest.push.Inbox;
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
                    .orElseThrow(() -> WrongUse.of("wrong.rotating"));
            progress.finish();
            print(text("keys.rotated", rotated.key(), rotated.values()));
            print(text("keys.index-kept"));
            return ExitCode.DONE;
        }
    }

    private static List<SealedColumn> columns() {
        List<SealedColumn> columns = new ArrayList<>(Sealing.columns());
        columns.addAll(Inbox.columns());
        columns.add(SourceRecords.SEALED);
        columns.addAll(SealedRows.columns());
        columns.add(Corrections.sealed());
        columns.addAll(Sealed.columns());
        columns.addAll(Rectification.sealed());
        columns.add(Matters.sealed());
        return columns;
    }
}
