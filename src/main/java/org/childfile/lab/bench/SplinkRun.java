package org.childfile.lab.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Splink on the same table, in a process of its own; its script prints one JSON object. */
final class SplinkRun {

    private SplinkRun() {}

    /** What it took, and how well its clusters agree with the truth. */
    record Result(double seconds, double f1) {}

    /** Links the table; null where Splink is not installed. */
    static @Nullable Result of(Path script, Path table) throws IOException, InterruptedException {
        if (!installed()) {
            return null;
        }
        Process python = new ProcessBuilder("python3", script.toString(), table.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int code = python.waitFor();
        if (code != 0) {
            throw new IOException(script.getFileName() + " ended with code " + code);
        }
        JsonNode result = JsonMapper.shared().readTree(answer.substring(answer.lastIndexOf('\n') + 1));
        return new Result(result.path("seconds").asDouble(), result.path("f1").asDouble());
    }

    private static boolean installed() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "-c", "import splink")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
