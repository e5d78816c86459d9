package org.childfile.lab.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.childfile.storage.PrivateFiles;

/** A standalone cluster of Spark on this machine: a master and workers as processes, on ports that the system chooses. */
final class SparkCluster implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("spark://[0-9.]+:[0-9]+");

    private final Path folder;
    private final Path libraries;
    private final String secret = UUID.randomUUID().toString();
    private final List<Process> workers = new ArrayList<>();
    private final Process master;
    private final String address;

    /**
     * Starts.
     *
     * @param folder where it puts its files, not there yet
     * @param libraries the folder of Spark's libraries, which is called jars
     */
    SparkCluster(Path folder, Path libraries, int workers) throws IOException {
        this.folder = PrivateFiles.folder(folder);
        this.libraries = libraries.toAbsolutePath();
        Properties settings = new Properties();
        settings.setProperty("spark.authenticate", "true");
        settings.setProperty("spark.authenticate.secret", secret);
        settings.setProperty("spark.network.crypto.enabled", "true");
        settings.setProperty("spark.local.dir", folder.resolve("local").toString());
        try (Writer file = PrivateFiles.writer(folder.resolve("settings"))) {
            settings.store(file, null);
        }
        master = start("master.Master", "--port", "0");
        address = told(master);
        for (int i = 0; i < workers; i++) {
            Process worker = start(
                    "worker.Worker",
                    "--cores",
                    "1",
                    "--memory",
                    "4g",
                    "--work-dir",
                    folder.resolve("worker-" + i).toString(),
                    address);
            told(worker);
            this.workers.add(worker);
        }
    }

    private Process start(String name, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                libraries.resolve("*").toString(),
                "org.apache.spark.deploy." + name,
                "--host",
                "127.0.0.1",
                "--webui-port",
                "0",
                "--properties-file",
                folder.resolve("settings").toString()));
        line.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment()
                .put("SPARK_HOME", libraries.resolve("..").normalize().toString());
        return builder.start();
    }

    /** Waits until a process names the master's address, and reads on for as long as it lives. */
    private static String told(Process process) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        List<String> said = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            said.add(line);
            if (address.find()) {
                Thread.ofVirtual().start(() -> lines.lines().forEach(rest -> {}));
                return address.group();
            }
        }
        throw new IOException("a process of Spark ended: " + String.join("\n", said));
    }

    String address() {
        return address;
    }

    /** What its processes share, and nobody else knows. */
    String secret() {
        return secret;
    }

    /** Kills a worker and the executors that it started. */
    void kill(int worker) {
        Stream.concat(
                        workers.get(worker).descendants(),
                        Stream.of(workers.get(worker).toHandle()))
                .forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        for (int i = 0; i < workers.size(); i++) {
            kill(i);
        }
        master.destroyForcibly();
    }
}
