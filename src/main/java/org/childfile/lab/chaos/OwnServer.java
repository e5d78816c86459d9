package org.childfile.lab.chaos;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.childfile.database.DatabaseAddress;
import org.childfile.storage.PrivateFiles;

/** A PostgreSQL server of one's own, which can have a standby. Its data were copied, or are made, where they lie. */
final class OwnServer implements AutoCloseable {

    private static final String SUPERUSER = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final Path data;

    private OwnServer(EmbeddedPostgres server, Path data) {
        this.server = server;
        this.data = data;
    }

    /** Starts it on a port; 0 for any free one. */
    static OwnServer start(Path data, int port) throws IOException {
        return new OwnServer(
                EmbeddedPostgres.builder()
                        .setPort(port)
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .setRegisterShutdownHook(false)
                        .setPGStartupWait(PATIENCE)
                        .setLocaleConfig("locale", "C.UTF-8")
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8")
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setServerConfig("shared_buffers", "128MB")
                        .setServerConfig("wal_level", "replica")
                        .setServerConfig("max_wal_senders", "4")
                        .setServerConfig("timezone", "Asia/Shanghai")
                        .start(),
                data);
    }

    /** A standby of the server on a port, on a copy of its data that was made while it was not running. */
    static OwnServer standby(Path data, int primary) throws IOException {
        PrivateFiles.write(data.resolve("standby.signal"), "");
        Path settings = data.resolve("postgresql.auto.conf");
        PrivateFiles.write(
                settings,
                Files.readString(settings) + "primary_conninfo = 'host=127.0.0.1 port=" + primary + " user=" + SUPERUSER
                        + "'\n");
        return start(data, 0);
    }

    int port() {
        return server.getPort();
    }

    DatabaseAddress address(String database) {
        return new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + port() + "/" + database, SUPERUSER, "");
    }

    void execute(String statement) throws SQLException {
        TestBed.execute(address(SUPERUSER), statement);
    }

    /** From now on no commit counts before a standby has it on disk; returns when one is there. */
    void replicateSynchronously() throws SQLException {
        execute("alter system set synchronous_standby_names = '*'");
        execute("select pg_reload_conf()");
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (TestBed.ask(address(SUPERUSER), "select sync_state from pg_stat_replication where sync_state = 'sync'")
                .isEmpty()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("no standby came within " + PATIENCE);
            }
            Thread.onSpinWait();
        }
    }

    /** Ends it as a power cut does. */
    void kill() throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
        ProcessHandle process =
                ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Makes a standby a server of its own, which waits for no other. */
    void promote() throws SQLException {
        execute("select pg_promote(true, " + PATIENCE.toSeconds() + ")");
        execute("alter system reset synchronous_standby_names");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
