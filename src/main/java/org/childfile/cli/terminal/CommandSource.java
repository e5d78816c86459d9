package org.childfile.cli.terminal;

import java.util.List;

/**
 * Commands that the command line does not know by itself: those of made worlds, demo and bench, which the rest of the program
 * never imports. Found by {@link java.util.ServiceLoader}.
 */
public interface CommandSource {

    /** What help names first, for who meets the program. */
    List<Class<? extends CommandBase>> first();

    /** What help names last. */
    List<Class<? extends CommandBase>> last();
}
