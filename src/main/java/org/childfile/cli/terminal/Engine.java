package org.childfile.cli.terminal;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.childfile.database.DatabaseAddress;
import org.childfile.database.DatabaseLogins;
import org.childfile.files.versions.VersionSchema;
import org.childfile.jobs.PipelineApplication;
import org.childfile.jobs.Workspace;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The Spring application, started for one command. */
public final class Engine implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Engine(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** For running jobs, without a port. */
    public static Engine start(DatabaseLogins logins, Workspace workspace) {
        return start(logins, workspace, WebApplicationType.NONE, Map.of());
    }

    /** For serving: the schedule, the API, and health and metrics, on ports that the system chooses, for this machine alone. */
    public static Engine serve(DatabaseLogins logins, Workspace workspace) {
        return serve(logins, workspace, ServedPorts.ofTheSystem());
    }

    /** The same on given ports and addresses. */
    public static Engine serve(DatabaseLogins logins, Workspace workspace, ServedPorts ports) {
        return start(
                logins,
                workspace,
                WebApplicationType.SERVLET,
                ports.properties(workspace.home().resolve("spool")),
                "serve");
    }

    private static Engine start(
            DatabaseLogins logins,
            Workspace workspace,
            WebApplicationType web,
            Map<String, Object> more,
            String... profiles) {
        if (logins.ownerKnown()) {
            migrate(logins);
        }
        Map<String, Object> properties = new HashMap<>(more);
        DatabaseAddress program = logins.program();
        properties.put("spring.datasource.url", program.url());
        properties.put("spring.datasource.username", program.user());
        properties.put("spring.datasource.password", program.password());
        properties.put("spring.datasource.hikari.data-source-properties.options", program.options());
        properties.put("spring.datasource.hikari.data-source-properties.ApplicationName", process());
        properties.put("childfile.door.username", logins.door().user());
        properties.put("childfile.door.password", logins.door().password());
        return new Engine(new SpringApplicationBuilder(PipelineApplication.class)
                .web(web)
                .profiles(profiles)
                .properties(properties)
                .registerShutdownHook(false)
                .initializers(context -> {
                    GenericApplicationContext registry = (GenericApplicationContext) context;
                    registry.registerBean(Workspace.class, () -> workspace);
                })
                .run());
    }

    private static void migrate(DatabaseLogins logins) {
        try {
            VersionSchema.migrations().migrate(logins);
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be reached: " + e.getMessage(), e);
        }
    }

    /** What others are told of this process who wait for something that it holds. */
    private static String process() {
        return "childfile, process " + ProcessHandle.current().pid();
    }

    /** What a setting is. */
    public String setting(String name) {
        return context.getEnvironment().getRequiredProperty(name);
    }

    /** The port that a serving engine listens on. */
    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** The port of health and metrics. */
    public int managementPort() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.management.port"));
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
