package org.childfile.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Directories for one JVM's tests, and copies of the program's settings files in them. */
public final class TestFiles {

    static final Path ROOT = Path.of("").toAbsolutePath();

    private TestFiles() {}

    /** A new directory that goes with the JVM. */
    public static Path temporary(String name) {
        try {
            Path dir = Files.createTempDirectory("childfile-" + name);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(dir)));
            return dir;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path dir) {
        try (Stream<Path> all = Files.walk(dir)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The program's connectors, but they lose no time between attempts, unpack no more than 4 MiB, and ask for small
     * pages where the department lets them choose.
     */
    public static Path connectors() {
        Path connectors = copy("connectors", TestFiles::fast);
        copy("connectors/outbound", connectors.resolve("outbound"), TestFiles::fast);
        copy("connectors/outbound/digest", connectors.resolve("outbound/digest"), TestFiles::fast);
        copy("connectors/outbound/rectification", connectors.resolve("outbound/rectification"), TestFiles::fast);
        edit(connectors.resolve("civil-affairs.yaml"), "page-size: 500", "page-size: 10");
        edit(connectors.resolve("health.yaml"), "limit=1000", "limit=30");
        return connectors;
    }

    /** The program's mappings as they are. */
    public static Path mappings() {
        Path mappings = copy("mappings", text -> text);
        copy("mappings/linkage", mappings.resolve("linkage"), text -> text);
        copy("mappings/rules", mappings.resolve("rules"), text -> text);
        return mappings;
    }

    /** Puts the files of a folder among the test's resources into a directory. */
    static void add(String resources, Path to) {
        try (Stream<Path> files = Files.list(ROOT.resolve("src/test/resources").resolve(resources))) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connector that loses no time between attempts. */
    public static String fast(String connector) {
        return connector
                .replaceAll("max-back-off: \\w+", "max-back-off: 20ms")
                .replaceAll("(?<!max-)back-off: \\w+", "back-off: 1ms")
                .replaceAll("max-unpacked: \\w+", "max-unpacked: 4MB")
                .replace("limits: {", "limits: {requests-per-second: 1000, ");
    }

    private static Path copy(String name, UnaryOperator<String> change) {
        return copy(name, temporary(name), change);
    }

    private static Path copy(String name, Path to, UnaryOperator<String> change) {
        try (Stream<Path> files = Files.list(ROOT.resolve(name))) {
            Files.createDirectories(to);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(to.resolve(file.getFileName()), change.apply(Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return to;
    }

    /** Replaces a text that must be there. */
    public static void edit(Path file, String found, String replacement) {
        try {
            String text = Files.readString(file);
            if (!text.contains(found)) {
                throw new IllegalArgumentException(file + " does not hold " + found);
            }
            Files.writeString(file, text.replace(found, replacement));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
