package org.childfile.spark;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** One Spark in this process for all tests. */
final class LocalSpark {

    private static @Nullable SparkSession session;

    private LocalSpark() {}

    static synchronized SparkSession session() {
        if (session == null) {
            session = LinkJob.session(request(Path.of("model"), List.of(), "csv:out", null));
        }
        return session;
    }

    static JobRequest request(Path model, List<String> inputs, String out, @Nullable Path directory) {
        return new JobRequest(
                "local[2]",
                model,
                inputs,
                inputs.stream().map(input -> Path.of(input).getFileName().toString()).toList(),
                null,
                "UTF-8",
                ",",
                out,
                directory == null ? null : "csv:" + directory.resolve("pairs.csv"),
                directory == null ? null : directory.resolve("learned.yaml"),
                true,
                1,
                List.of("spark.sql.shuffle.partitions=3", "spark.default.parallelism=2"));
    }
}
