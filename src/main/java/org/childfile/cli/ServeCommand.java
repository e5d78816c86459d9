package org.childfile.cli;

import java.util.concurrent.CountDownLatch;
import org.childfile.jobs.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code childfile serve}: the schedule, health and metrics, until it is stopped. */
@Command(name = "serve")
final class ServeCommand extends RunningCommand {

    @Option(names = "--port", paramLabel = "PORT")
    private @Nullable Integer port;

    ServeCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws InterruptedException {
        Workspace workspace = workspace();
        needVariables(workspace);
        int at = port != null ? port : Integer.parseInt(shell().environment().getOrDefault("CHILDFILE_PORT", "8080"));
        Warehouse warehouse = Warehouse.open(shell());
        Engine engine = Engine.serve(warehouse.address(), workspace, at);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            engine.close();
            warehouse.close();
            stopped.countDown();
        }));
        print(text("serve.started", Integer.toString(engine.port())));
        stopped.await();
        return ExitCode.DONE;
    }
}
