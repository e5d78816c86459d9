package org.childfile.cli.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked of the engine on Spark wrongly is told before anything is started. */
@SuppressWarnings("NullAway.Init")
class SparkEngineTest {

    @TempDir
    private Path directory;

    private SmallTable small;

    @BeforeEach
    void writeModelAndTable() throws IOException {
        small = SmallTable.in(directory);
    }

    @ParameterizedTest
    @CsvSource({
        "--engine hadoop, '--engine: found hadoop, allowed are memory and spark'",
        "--master local[2], '--master is for --engine spark'",
        "--spark a=b, '--spark is for --engine spark'",
        "--engine spark --spark a, '--spark: found a, expected KEY=VALUE'",
        "--engine spark --truth who, '--truth cannot be used with --engine spark'",
        "--engine spark --report r.html, '--report cannot be used with --engine spark'",
        "--engine spark --threads 2, '--threads cannot be used with --engine spark'"
    })
    void optionsThatDoNotFitAreRefused(String options, String told) throws IOException {
        small.assertRefused(small.link(options.split(" ")), told);
    }

    @Test
    void aTableThatIsNotThereAndAClusterWithoutASecretAreToldAtOnce() throws IOException {
        var run = small.run(
                "link",
                "@gone.csv",
                "--model",
                "@model.yaml",
                "--out",
                "@out.csv",
                "--engine",
                "spark",
                "--master",
                "spark://127.0.0.1:1");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("gone.csv: there is no such file", "CHILDFILE_SPARK_SECRET: is the secret");
        assertThat(small.files()).doesNotContain("out.csv").noneMatch(name -> name.endsWith(".part"));
    }
}
