package org.childfile.cli;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.childfile.jobs.RunProgress;
import org.childfile.jobs.Runs;
import org.childfile.jobs.Workspace;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;
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
        Engine engine = start(warehouse, workspace, at);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            engine.close();
            warehouse.close();
            stopped.countDown();
        }));
        print(text("serve.started", Integer.toString(engine.port())));
        engine.get(Runs.class)
                .resume(today(), RunProgress.NONE)
                .ifPresent(run -> print(text(
                        "serve.resumed",
                        run.runId(),
                        text("run." + run.state().name().toLowerCase(Locale.ROOT)))));
        stopped.await();
        return ExitCode.DONE;
    }

    private Engine start(Warehouse warehouse, Workspace workspace, int port) {
        try {
            String bind = shell().environment().getOrDefault("CHILDFILE_BIND", "127.0.0.1");
            return Engine.serve(warehouse.logins(), workspace, bind, port);
        } catch (RuntimeException e) {
            warehouse.close();
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof PortInUseException) {
                    throw new WrongUse(text("serve.port-in-use", Integer.toString(port)));
                }
            }
            throw e;
        }
    }
}
