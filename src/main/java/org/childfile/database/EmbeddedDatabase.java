package org.childfile.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.childfile.storage.PrivateFiles;
import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL server whose data stay in the program's home, shared by every process that uses the same home.
 *
 * <ol>
 *   <li>Whoever starts or stops the server holds an exclusive lock on {@code postgres.gate}.
 *   <li>A data directory that was not made to its end is made anew.
 *   <li>A server that answers on the port in {@code postmaster.pid} is used, whoever started it: also one that outlived a
 *       killed process.
 *   <li>Each user holds a shared lock on {@code postgres.users}. The operating system frees it when a process dies.
 *   <li>Who closes and then gets that lock exclusively was the last one, and stops the server.
 * </ol>
 *
 * <p>Over 250 lines: the life of one server, from its making to its end.
 *
 * <p>Nobody is trusted for being on the same machine: see {@link EmbeddedLogins}.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    /** Stands in the home while a new data directory is being made, so that a half-made one is known as such. */
    private static final String UNFINISHED = "postgres.unfinished";

    private static final int ANY_PORT = 0;

    private static final Duration STOP_WAIT = Duration.ofSeconds(60);

    private final Path home;
    private final Path data;
    private final FileChannel users;
    private final EmbeddedLogins logins;
    private final int port;
    /** Guarded by the home's gate. */
    private Optional<EmbeddedPostgres> started;

    private EmbeddedDatabase(
            Path home,
            Path data,
            FileChannel users,
            EmbeddedLogins logins,
            int port,
            Optional<EmbeddedPostgres> started) {
        this.home = home;
        this.data = data;
        this.users = users;
        this.logins = logins;
        this.port = port;
        this.started = started;
    }

    /** Finds the server of this home running, or starts it (some 3 s; some 7 s the first time). */
    public static EmbeddedDatabase open(Path home) {
        try {
            PrivateFiles.folder(home);
            Path data = home.resolve("postgres");
            try (FileChannel gate = lockFile(home, "postgres.gate");
                    FileLock ignored = gate.lock()) {
                EmbeddedLogins logins = EmbeddedLogins.of(home, data);
                FileChannel users = lockFile(home, "postgres.users");
                users.lock(0, Long.MAX_VALUE, true);
                try {
                    return findOrStart(home, data, users, logins);
                } catch (IOException | SQLException | RuntimeException e) {
                    users.close();
                    throw e;
                }
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(
                    "the embedded PostgreSQL in " + home + " cannot be used: " + e.getMessage()
                            + ". See postgres.log there, or set CHILDFILE_DB_URL to a server of your own.",
                    e);
        }
    }

    private static EmbeddedDatabase findOrStart(Path home, Path data, FileChannel users, EmbeddedLogins logins)
            throws IOException, SQLException {
        Path unfinished = home.resolve(UNFINISHED);
        Optional<Integer> running = runningPort(data, logins);
        if (running.isPresent()) {
            logins.secure(running.get());
            Files.deleteIfExists(unfinished);
            return new EmbeddedDatabase(home, data, users, logins, running.get(), Optional.empty());
        }
        clearStale(data);
        if (Files.exists(unfinished)) {
            // Nobody has used what initdb was killed over.
            FileSystemUtils.deleteRecursively(data);
        }
        if (!Files.exists(data.resolve("postgresql.conf"))) {
            PrivateFiles.write(unfinished, "");
        }
        EmbeddedPostgres server = start(home, data, logins, ServerBinaries.of(home), ANY_PORT);
        logins.secure(server.getPort());
        Files.deleteIfExists(unfinished);
        return new EmbeddedDatabase(home, data, users, logins, server.getPort(), Optional.of(server));
    }

    /** The logins of the server; what they may do in the warehouse, the migrations say. */
    public DatabaseLogins logins() {
        return new DatabaseLogins(
                logins.address(port, EmbeddedLogins.OWNER),
                logins.address(port, EmbeddedLogins.PROGRAM),
                logins.address(port, EmbeddedLogins.DOOR));
    }

    /**
     * Starts the server again, on the same port, where it does not answer any more; whether it had to.
     *
     * @throws IOException if it cannot be started yet: of a server that was killed some parts may still be ending
     */
    public boolean revive() throws IOException, SQLException {
        try (FileChannel gate = lockFile(home, "postgres.gate");
                FileLock ignored = gate.lock()) {
            // One that lives and does not answer recovers by itself.
            if (runningPort(data, logins).isPresent() || postgres(data).isPresent()) {
                return false;
            }
            if (started.isPresent()) {
                // Of a server that is gone it only gives back what this process held.
                EmbeddedPostgres gone = started.get();
                started = Optional.empty();
                gone.close();
            }
            clearStale(data);
            started = Optional.of(start(home, data, logins, ServerBinaries.of(home), port));
            logins.secure(port);
            return true;
        }
    }

    @Override
    public void close() {
        try (FileChannel gate = lockFile(home, "postgres.gate");
                FileLock ignored = gate.lock()) {
            users.close();
            try (FileChannel again = lockFile(home, "postgres.users");
                    FileLock last = again.tryLock()) {
                if (last != null) {
                    stop();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL in " + home + " could not be stopped", e);
        }
    }

    private void stop() throws IOException {
        if (postgres(data).isEmpty()) {
            // It was killed: there is nothing to stop.
            return;
        }
        if (started.isPresent()) {
            started.get().close();
            return;
        }
        // Only a server that answers as this home's: the number in a stale file may be another process's by now.
        Optional<ProcessHandle> server = runningPort(data, logins).isPresent() ? postgres(data) : Optional.empty();
        if (server.isPresent()) {
            // SIGINT is PostgreSQL's fast shutdown, which is all that pg_ctl sends; and pg_ctl sends nothing for root.
            new ProcessBuilder("kill", "-INT", Long.toString(server.get().pid())).start();
            server.get()
                    .onExit()
                    .completeOnTimeout(server.get(), STOP_WAIT.toSeconds(), TimeUnit.SECONDS)
                    .join();
        }
    }

    private static EmbeddedPostgres start(
            Path home, Path data, EmbeddedLogins logins, ServerBinaries binaries, int port) throws IOException {
        Path log = PrivateFiles.ensure(home.resolve("postgres.log"));
        boolean fresh = !Files.exists(data.resolve("postgresql.conf"));
        Path password = home.resolve("credentials.initdb");
        try {
            logins.handToInitdb(password);
            return EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setOverrideWorkingDirectory(binaries.folder().toFile())
                    .setPgBinaryResolver((system, machine) -> new ByteArrayInputStream(binaries.name()))
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setOutputRedirector(Redirect.appendTo(log.toFile()))
                    .setErrorRedirector(Redirect.appendTo(log.toFile()))
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    // Options of initdb too: it says "trust" before them, and the last one counts.
                    .setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig("pwfile", password.toString())
                    .setDataDirectoryCustomizer(made -> guard(logins, fresh))
                    .setConnectConfig("password", logins.password(EmbeddedLogins.OWNER))
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("shared_buffers", "384MB")
                    .setServerConfig("work_mem", "64MB")
                    .setServerConfig("maintenance_work_mem", "256MB")
                    .setServerConfig("max_wal_size", "4GB")
                    .setServerConfig("checkpoint_timeout", "15min")
                    .setServerConfig("wal_level", "minimal")
                    .setServerConfig("max_wal_senders", "0")
                    .setServerConfig("jit", "off")
                    .setServerConfig("client_connection_check_interval", "2s")
                    // Statements and errors may hold what a user typed or a row held, and fill the disk.
                    .setServerConfig("log_min_messages", "fatal")
                    .setServerConfig("log_min_error_statement", "panic")
                    .setServerConfig("log_error_verbosity", "terse")
                    // What nobody fetches is 512 KiB at most.
                    .setServerConfig("max_notify_queue_pages", "64")
                    .setServerConfig("timezone", "Asia/Shanghai")
                    .start();
        } finally {
            Files.deleteIfExists(password);
            binaries.close();
            closeLock(data.resolve("epg-lock"));
        }
    }

    /** Made by EmbeddedPostgres with whatever the process's umask leaves. */
    private static void closeLock(Path lock) throws IOException {
        if (Files.exists(lock)) {
            PrivateFiles.ensure(lock);
        }
    }

    private static void guard(EmbeddedLogins logins, boolean fresh) {
        try {
            if (fresh) {
                logins.guardNew();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port of a server that answers; empty where none runs on this data directory. */
    private static Optional<Integer> runningPort(Path data, EmbeddedLogins logins) throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 4 || !lines.get(3).strip().matches("[0-9]{1,5}")) {
            return Optional.empty();
        }
        int port = Integer.parseInt(lines.get(3).strip());
        try (Connection connection = logins.address(port, EmbeddedLogins.OWNER).connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("show data_directory")) {
            rows.next();
            return Path.of(rows.getString(1)).toRealPath().equals(data.toRealPath())
                    ? Optional.of(port)
                    : Optional.empty();
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    /**
     * After a power cut the number in the file may be another process's, for which PostgreSQL would take it and not start. Its own
     * servers are left to it.
     */
    private static void clearStale(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (Files.exists(file) && postgres(data).isEmpty()) {
            Files.delete(file);
        }
    }

    /** The process whose number stands in a data directory, if it is one of PostgreSQL's. */
    private static Optional<ProcessHandle> postgres(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(process -> process.info()
                        .command()
                        .filter(command -> command.endsWith("postgres"))
                        .isPresent());
    }

    /** The process of a home's server; empty where none runs. */
    public static Optional<ProcessHandle> server(Path home) throws IOException {
        return postgres(home.resolve("postgres"));
    }

    private static FileChannel lockFile(Path home, String name) throws IOException {
        return PrivateFiles.lockFile(home.resolve(name));
    }
}
