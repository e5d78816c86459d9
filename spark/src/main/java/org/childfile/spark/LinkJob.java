package org.childfile.spark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.childfile.linkage.run.EngineLines;
import org.childfile.settings.InvalidSettings;
import org.childfile.settings.Problems;

/** The process of {@code childfile link --engine spark}: reads its request, and tells what happens on its output. */
public final class LinkJob {

    private static final int DONE = 0;
    private static final int WRONG_USE = 2;

    private LinkJob() {}

    /** @param arguments the file of the request, see {@link JobRequest} */
    public static void main(String[] arguments) throws IOException {
        System.exit(run(JobRequest.read(Path.of(arguments[0])), new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }

    private static int run(JobRequest request, PrintStream out) throws IOException {
        EngineLines.Teller told = new EngineLines.Teller(out::println);
        try (SparkSession spark = session(request)) {
            TaskCosts costs = new TaskCosts();
            spark.sparkContext().addSparkListener(costs);
            new SparkLinking(spark, request, told).run(new Problems());
            told.cost(costs.all());
            return DONE;
        } catch (InvalidSettings e) {
            e.problems().forEach(each -> told.problem(each.file(), each.line(), each.message()));
            return WRONG_USE;
        }
    }

    /** A session whose files and messages nobody else reads. */
    static SparkSession session(JobRequest request) {
        SparkConf settings = new SparkConf()
                .setAppName("childfile link")
                .setMaster(request.master())
                .set("spark.ui.enabled", "false")
                // No session brings classes of its own; asking the driver for some that nobody has can take minutes.
                .set("spark.sql.artifact.isolation.enabled", "false")
                .set("spark.sql.session.timeZone", "UTC")
                .set("spark.sql.files.maxPartitionBytes", "16m")
                .set("spark.sql.autoBroadcastJoinThreshold", "-1")
                .set("spark.authenticate", "true")
                .set("spark.network.crypto.enabled", "true")
                .set("spark.io.encryption.enabled", "true");
        if (request.master().startsWith("local")) {
            settings.set("spark.driver.bindAddress", "127.0.0.1").set("spark.driver.host", "127.0.0.1");
        }
        for (String setting : request.settings()) {
            int at = setting.indexOf('=');
            settings.set(setting.substring(0, at), setting.substring(at + 1));
        }
        return SparkSession.builder().config(settings).getOrCreate();
    }
}
