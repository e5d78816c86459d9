package org.childfile.lab.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.kernel.Message;

/**
 * The heap is too small for the night. Between one with which the program hardly starts and one that is enough, the middle is
 * tried again and again; every night for which it was too small must have ended, with a code and a word about the memory, and
 * ends with the usual heap as if nothing had been.
 */
final class MemoryShort implements Fault {

    private static final int HARDLY_STARTS = 24;
    private static final int ENOUGH = 256;
    private static final int CLOSE = 32;

    /** For what is told of a night that did not fail. */
    private static final String WAS_ENOUGH = "enough";

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Outcome strike(TestBed bed) throws IOException, InterruptedException, SQLException {
        StringBuilder found = new StringBuilder(tooSmall(bed, HARDLY_STARTS));
        int low = HARDLY_STARTS;
        int high = ENOUGH;
        int nights = 1;
        while (high - low > CLOSE) {
            int middle = (low + high) / 2;
            String difference = tooSmall(bed, middle);
            if (difference.equals(WAS_ENOUGH)) {
                high = middle;
            } else {
                low = middle;
                nights++;
                found.append(difference);
            }
        }
        return Fault.outcome(Message.of("chaos.memory", nights, HARDLY_STARTS, low), found.toString());
    }

    /** What was otherwise than it must be with a heap of so many MiB that was too small. */
    private static String tooSmall(TestBed bed, int heap) throws IOException, InterruptedException, SQLException {
        Path home = bed.home("heap-" + heap);
        ProgramProcess night = bed.night(home, 1, Map.of(), List.of("-Xmx" + heap + "m"));
        int code = night.ended();
        if (code == bed.undisturbed(1).code()) {
            bed.drop(home);
            return WAS_ENOUGH;
        }
        StringBuilder found = new StringBuilder();
        if (code != ExitCode.FAILED || !night.said().contains("CHILDFILE_HEAP")) {
            found.append("heap ")
                    .append(heap)
                    .append(": code ")
                    .append(code)
                    .append('\n')
                    .append(night.said());
        }
        if (bed.night(home, 1).ended() != bed.undisturbed(1).code()) {
            found.append("heap ").append(heap).append(": the next night did not end as usual\n");
        }
        found.append(bed.difference(home, 1));
        bed.drop(home);
        return found.toString();
    }
}
