package org.childfile.cli.run;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.childfile.cli.terminal.Engine;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.RunningCommand;
import org.childfile.cli.terminal.ServedPorts;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.jobs.RunProgress;
import org.childfile.jobs.Runs;
import org.childfile.jobs.Workspace;
import org.childfile.kernel.CityTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code childfile serve}: the schedule, health and metrics, until it is stopped. */
@Command(name = "serve")
public final class ServeCommand extends RunningCommand {

    /** Longer than a run, the routes and what is on its way may take to end. */
    private static final Duration LONGEST_END = Duration.ofSeconds(100);

    @Option(names = "--port", paramLabel = "PORT")
    private @Nullable Integer port;

    ServeCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws InterruptedException {
        TraceConverter.keep(true);
        Workspace workspace = workspace();
        needVariables(workspace);
        ServedPorts ports = ServedPorts.of(shell().environment(), port, shell().messages());
        Warehouse warehouse = Warehouse.open(shell());
        shell().spool();
        Engine engine = start(warehouse, workspace, ports);
        DatabaseWatch watch = new DatabaseWatch(warehouse);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            endInTime();
            watch.close();
            engine.close();
            warehouse.close();
            stopped.countDown();
        }));
        print(text("serve.started", Integer.toString(engine.port()), Integer.toString(engine.managementPort())));
        ZonedDateTime now = ZonedDateTime.now(CityTime.ZONE);
        NextTime.after(now, engine.setting("childfile.nightly-cron"), CityTime.ZONE)
                .ifPresent(next -> print(
                        text("serve.next", NextTime.written(next), CityTime.ZONE.getId(), NextTime.offset(next))));
        engine.get(Runs.class)
                .resume(today(), RunProgress.NONE)
                .ifPresent(run -> print(text(
                        "serve.resumed",
                        run.runId(),
                        text("run." + run.state().name().toLowerCase(Locale.ROOT)))));
        stopped.await();
        return ExitCode.DONE;
    }

    /** Whatever hangs at the end, the process ends: a run goes on where it stood, what was sent stays sent. */
    private static void endInTime() {
        Thread.ofPlatform().daemon().name("end-in-time").start(() -> {
            try {
                Thread.sleep(LONGEST_END);
            } catch (InterruptedException e) {
                return;
            }
            Runtime.getRuntime().halt(ExitCode.FAILED);
        });
    }

    private Engine start(Warehouse warehouse, Workspace workspace, ServedPorts ports) {
        try {
            return Engine.serve(warehouse.logins(), workspace, ports);
        } catch (RuntimeException e) {
            warehouse.close();
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof PortInUseException taken) {
                    throw new WrongUse(text("serve.port-in-use", Integer.toString(taken.getPort())));
                }
            }
            throw e;
        }
    }
}
