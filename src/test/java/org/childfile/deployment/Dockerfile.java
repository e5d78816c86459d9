package org.childfile.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The instructions of a Dockerfile, in order. */
record Dockerfile(List<Instruction> instructions) {

    /**
     * @param name such as {@code COPY}
     * @param text what follows it, its continued lines joined
     */
    record Instruction(String name, String text) {

        /** The words that are no flags. */
        List<String> words() {
            return Arrays.stream(text.split("\\s+"))
                    .filter(word -> !word.startsWith("--"))
                    .toList();
        }

        /** The words of the JSON form. */
        List<String> list() {
            return List.of(JsonMapper.shared().readValue(text.substring(text.indexOf('[')), String[].class));
        }
    }

    static Dockerfile read(Path file) throws IOException {
        String text = Files.readString(file).replaceAll("(?m)^#.*\\R", "").replaceAll("\\\\\\R\\s*", "");
        return new Dockerfile(text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.split(" ", 2))
                .map(parts -> new Instruction(parts[0], parts[1]))
                .toList());
    }

    List<Instruction> all(String name) {
        return instructions.stream().filter(each -> each.name().equals(name)).toList();
    }

    /** The instruction of this name that holds for the finished image. */
    Instruction last(String name) {
        return all(name).getLast();
    }
}
