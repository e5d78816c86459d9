package org.childfile.jobs;

import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.childfile.access.keys.TestKeys;
import org.childfile.care.help.Wakeups;
import org.childfile.database.DatabaseAddress;
import org.childfile.database.TableContents;
import org.childfile.database.TestServer;
import org.childfile.ingest.connector.Connectors;
import org.childfile.ingest.push.Inbox;
import org.childfile.lab.departments.Departments;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The departments of one world, and the whole application that pulls from them night after night. */
final class Nights implements AutoCloseable {

    private final TestWorld world;
    private final Departments departments;
    private final SwitchedDatabase database;
    private final ConfigurableApplicationContext application;

    private Nights(
            TestWorld world,
            Departments departments,
            SwitchedDatabase database,
            ConfigurableApplicationContext application) {
        this.world = world;
        this.departments = departments;
        this.database = database;
        this.application = application;
    }

    /** The small world with the program's own settings; one application serves all tests of the JVM. */
    private static final class Shared {
        private static final Nights NIGHTS = start(TestWorld.small(), TestFiles.connectors(), TestFiles.mappings());
    }

    /** All tests of a JVM share this one; each takes a database of its own. */
    static Nights shared() {
        Nights shared = Shared.NIGHTS;
        shared.departments.behave();
        return shared;
    }

    static Nights start(TestWorld world, Path connectors, Path mappings) {
        return start(world, connectors, mappings, Map.of());
    }

    /** Starts the application on an empty database. */
    static Nights start(TestWorld world, Path connectors, Path mappings, Map<String, String> environment) {
        Departments departments = Departments.start(world.dir(), 0, "127.0.0.1");
        SwitchedDatabase database = new SwitchedDatabase(TestServer.fresh());
        Workspace workspace = new Workspace(
                        TestFiles.temporary("home"), connectors, mappings, departments.environment())
                .with(TestKeys.ENVIRONMENT)
                .with(environment);
        return new Nights(world, departments, database, application(database, workspace));
    }

    private static ConfigurableApplicationContext application(SwitchedDatabase database, Workspace workspace) {
        return new SpringApplicationBuilder(PipelineApplication.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                // The server of the tests has done the migrations, as the owner.
                .initializers(context -> {
                    GenericApplicationContext registry = (GenericApplicationContext) context;
                    registry.registerBean(Workspace.class, () -> workspace);
                    registry.registerBean(DataSource.class, () -> database);
                })
                .run();
    }

    TestWorld world() {
        return world;
    }

    Departments departments() {
        return departments;
    }

    HeldPulls heldPulls() {
        return application.getBean(HeldPulls.class);
    }

    Forgetting forgetting() {
        return application.getBean(Forgetting.class);
    }

    Wakeups wakeups() {
        return application.getBean(Wakeups.class);
    }

    Runs runs() {
        return application.getBean(Runs.class);
    }

    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    StreamRun stream() {
        return application.getBean(StreamRun.class);
    }

    Inbox inbox() {
        return application.getBean(Inbox.class);
    }

    Connectors connectors() {
        return application.getBean(PipelineSettings.class).connectors();
    }

    DataSource database() {
        return database;
    }

    /** The database as it is now. */
    DatabaseAddress address() {
        return database.address();
    }

    /** What the tables of some schemas hold. */
    Map<String, String> contents(String... schemas) {
        return TableContents.of(database, schemas);
    }

    Books books() {
        return new Books(database);
    }

    /** Goes on with an empty database. */
    Nights empty() {
        database.to(TestServer.fresh());
        return this;
    }

    /** What the database holds now, to come back to. */
    DatabaseAddress keep() {
        return TestServer.copy(database.atRest());
    }

    /** Goes on with a copy of what was kept. */
    Nights from(DatabaseAddress kept) {
        database.to(TestServer.copy(kept));
        return this;
    }

    /** A run over the world as it is in a night. */
    Run run(int night) {
        departments.night(night);
        return runs().nightly(world.day(night), RunProgress.NONE, Map.of());
    }

    /** The application closes the database, which is a bean of it. */
    @Override
    public void close() {
        application.close();
        departments.close();
    }
}
