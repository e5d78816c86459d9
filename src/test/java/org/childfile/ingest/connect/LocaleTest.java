package org.childfile.ingest.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.childfile.ingest.connector.Connector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chinese names of files where there is no locale, as under cron. */
@SuppressWarnings("NullAway.Init")
class LocaleTest {

    @TempDir
    private Path directory = Path.of("");

    /** What runs in a process of its own: tells the chosen file by its code points, for no output may depend on a locale. */
    static final class Chooser {
        private Chooser() {}

        public static void main(String[] arguments) throws IOException {
            Connector.Whole whole = new Connector.Whole(Optional.empty(), Duration.ZERO);
            WholeFile file =
                    WholeFile.choose(new DirectoryFiles(Path.of(arguments[0])), "", "\u5b66\u7c4d_*.csv", whole, true);
            System.out.print(file.stamp().size());
            file.name().chars().forEach(c -> System.out.print(" " + c));
        }
    }

    @Test
    void aChineseNameIsFoundAndOneThatCannotBeDecodedIsPassedOver() throws Exception {
        Files.writeString(directory.resolve("学籍_20261122.csv"), "whole");
        Files.writeString(directory.resolve("说明.txt"), "x");
        // A name in GB18030, as another system writes it: the shell makes its bytes.
        Process shell = new ProcessBuilder(
                        "bash", "-c", "touch \"$0/$(printf '\\xd1\\xa7\\xbc\\xae_1.csv')\"", directory.toString())
                .start();
        assertThat(shell.waitFor()).isZero();

        String launcher = Files.readString(Path.of("childfile"));
        int from = launcher.indexOf("case \"${LC_ALL:-");
        String locale = launcher.substring(from, launcher.indexOf("esac", from) + 4);
        ProcessBuilder java = new ProcessBuilder(
                        "bash",
                        "-c",
                        locale + "\nexec \"$@\"",
                        "childfile",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Chooser.class.getName(),
                        directory.toString())
                .redirectErrorStream(true);
        java.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
        java.environment().put("LC_ALL", "POSIX");
        Process process = java.start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(told).isZero();
        StringBuilder expected = new StringBuilder("5");
        "学籍_20261122.csv".chars().forEach(c -> expected.append(' ').append(c));
        assertThat(told).isEqualTo(expected.toString());
    }
}
