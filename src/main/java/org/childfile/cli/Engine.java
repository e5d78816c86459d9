package org.childfile.cli;

import java.util.HashMap;
import java.util.Map;
import org.childfile.database.DatabaseAddress;
import org.childfile.jobs.PipelineApplication;
import org.childfile.jobs.Workspace;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The Spring application, started for one command. */
final class Engine implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Engine(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** For running jobs, without a port. */
    static Engine start(DatabaseAddress database, Workspace workspace) {
        return start(database, workspace, WebApplicationType.NONE, Map.of());
    }

    /** For serving: schedule, health and metrics on a port. */
    static Engine serve(DatabaseAddress database, Workspace workspace, int port) {
        return start(database, workspace, WebApplicationType.SERVLET, Map.of("server.port", port), "serve");
    }

    private static Engine start(
            DatabaseAddress database,
            Workspace workspace,
            WebApplicationType web,
            Map<String, Object> more,
            String... profiles) {
        Map<String, Object> properties = new HashMap<>(more);
        properties.put("spring.datasource.url", database.url());
        properties.put("spring.datasource.username", database.user());
        properties.put("spring.datasource.password", database.password());
        return new Engine(new SpringApplicationBuilder(PipelineApplication.class)
                .web(web)
                .profiles(profiles)
                .properties(properties)
                .registerShutdownHook(false)
                .initializers(
                        context -> ((GenericApplicationContext) context).registerBean(Workspace.class, () -> workspace))
                .run());
    }

    /** The port that a serving engine listens on. */
    int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
