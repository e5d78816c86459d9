package org.childfile.lab.bench;

import java.util.Locale;
import org.childfile.care.pairing.MadeDemand;
import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.ExitCode;

/** Measures how long proposals for a whole city take, without a warehouse. */
final class PairingBench {

    private static final int VOLUNTEERS_A_HUNDRED_CHILDREN = 30;

    private final CommandBase command;

    PairingBench(CommandBase command) {
        this.command = command;
    }

    int run(int children, long seed) {
        int volunteers = children * VOLUNTEERS_A_HUNDRED_CHILDREN / 100;
        MadeDemand demand = MadeDemand.of(children, volunteers, seed);
        long began = System.nanoTime();
        long proposed = demand.propose();
        double seconds = (System.nanoTime() - began) / 1e9;
        command.print(command.text(
                "bench.pairing", children, volunteers, proposed, String.format(Locale.ROOT, "%.1f", seconds)));
        return ExitCode.DONE;
    }
}
