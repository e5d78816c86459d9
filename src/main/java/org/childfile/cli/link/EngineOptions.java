package org.childfile.cli.link;

import java.util.List;
import org.childfile.cli.terminal.WrongUse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** By what engine a command links, and where that runs. */
public final class EngineOptions {

    private static final String MEMORY = "memory";
    private static final String SPARK = "spark";

    @Option(names = "--engine", paramLabel = "ENGINE", defaultValue = MEMORY, descriptionKey = "link.engine")
    private String engine = MEMORY;

    @Option(names = "--master", paramLabel = "URL", descriptionKey = "link.master")
    private @Nullable String master;

    @Option(names = "--spark", paramLabel = "KEY=VALUE", descriptionKey = "link.spark")
    private List<String> settings = List.of();

    boolean spark() {
        if (!engine.equals(SPARK) && !engine.equals(MEMORY)) {
            throw WrongUse.of("wrong.engine", engine);
        }
        return engine.equals(SPARK);
    }

    /** Refuses what only Spark understands. */
    void checkMemory() {
        if (master != null || !settings.isEmpty()) {
            throw WrongUse.of("wrong.only-on-spark", master != null ? "--master" : "--spark");
        }
    }

    /** Where Spark runs; on all processors of this machine where nothing is said. */
    String master() {
        return master == null ? "local[*]" : master;
    }

    /** Settings of Spark. */
    List<String> settings() {
        for (String each : settings) {
            if (each.indexOf('=') < 1) {
                throw WrongUse.of("wrong.spark-setting", each);
            }
        }
        return settings;
    }
}
