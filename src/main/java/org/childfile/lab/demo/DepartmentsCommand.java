package org.childfile.lab.demo;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.lab.departments.Departments;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code childfile departments}: the mocked departments alone, until stopped. */
@Command(name = "departments")
final class DepartmentsCommand extends CommandBase {

    @Option(names = "--world", paramLabel = "DIR")
    private @Nullable Path world;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8090")
    private int port;

    @Option(names = "--bind", paramLabel = "ADDRESS", defaultValue = "127.0.0.1")
    private String bind = "127.0.0.1";

    @Option(names = "--night", paramLabel = "N", defaultValue = "1")
    private int night;

    DepartmentsCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws Exception {
        Path dir = Shell.directory(world, shell().root().resolve("sample-feeds"));
        Departments departments = Departments.start(dir, port, bind);
        departments.night(night);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            departments.close();
            stopped.countDown();
        }));
        departments.environment().forEach((name, value) -> print("export " + name + "=" + value));
        stopped.await();
        return ExitCode.DONE;
    }
}
