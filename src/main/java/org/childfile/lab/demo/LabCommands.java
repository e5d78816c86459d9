package org.childfile.lab.demo;

import java.util.List;
import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.CommandSource;
import org.childfile.lab.bench.BenchCommand;

/** The commands of made worlds, the mocked departments and the measurements. */
public final class LabCommands implements CommandSource {

    @Override
    public List<Class<? extends CommandBase>> first() {
        return List.of(DemoCommand.class);
    }

    @Override
    public List<Class<? extends CommandBase>> last() {
        return List.of(GenerateCommand.class, DepartmentsCommand.class, BenchCommand.class);
    }
}
