package org.childfile.care.duties;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.childfile.settings.Problems;

/** Rules of {@code care.yaml}. */
final class TestRules {

    private TestRules() {}

    /** The program's own. */
    static CareRules own() {
        Problems problems = new Problems();
        CareRules rules = CareRules.read(Path.of("mappings"), problems);
        problems.raise();
        return rules;
    }

    /** The program's own with others for some districts. */
    static CareRules with(String districts) {
        try {
            Path directory = Files.createTempDirectory(Path.of("target"), "care");
            String own = Files.readString(Path.of("mappings", "care.yaml"));
            Files.writeString(directory.resolve("care.yaml"), own.replace("districts: {}", districts));
            Problems problems = new Problems();
            CareRules rules = CareRules.read(directory, problems);
            problems.raise();
            return rules;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
