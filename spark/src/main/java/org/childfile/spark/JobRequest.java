package org.childfile.spark;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What a job is to do.
 *
 * @param master where Spark runs: {@code local[2]}, {@code spark://host:7077}
 * @param inputs paths of CSV or Parquet, or addresses of JDBC with the table behind {@code #}
 * @param names of the inputs, as outputs call them
 * @param id the column that names a row within its table; null for the first
 * @param out where the clusters go, see {@link Results#write}
 * @param pairs where the pairs go; null for nowhere
 * @param modelOut where the model goes; null for nowhere
 * @param settings of Spark, which outrank the job's own
 */
record JobRequest(
        String master,
        Path model,
        List<String> inputs,
        List<String> names,
        @Nullable String id,
        String charset,
        String delimiter,
        String out,
        @Nullable String pairs,
        @Nullable Path modelOut,
        boolean learn,
        long seed,
        List<String> settings) {

    /** Reads what another process wrote; the keys are the names above, lists numbered from 0. */
    static JobRequest read(Path file) throws IOException {
        Properties written = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            written.load(reader);
        }
        String modelOut = written.getProperty("modelOut");
        return new JobRequest(
                of(written, "master"),
                Path.of(of(written, "model")),
                list(written, "inputs"),
                list(written, "names"),
                written.getProperty("id"),
                of(written, "charset"),
                of(written, "delimiter"),
                of(written, "out"),
                written.getProperty("pairs"),
                modelOut == null ? null : Path.of(modelOut),
                Boolean.parseBoolean(of(written, "learn")),
                Long.parseLong(of(written, "seed")),
                list(written, "settings"));
    }

    private static String of(Properties written, String key) {
        return Objects.requireNonNull(written.getProperty(key), key);
    }

    private static List<String> list(Properties written, String key) {
        List<String> list = new ArrayList<>();
        for (String each = written.getProperty(key + ".0");
                each != null;
                each = written.getProperty(key + "." + list.size())) {
            list.add(each);
        }
        return list;
    }
}
