package org.childfile.lab.departments;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The generated files of all nights. What is learnt of a file is learnt once: a world does not change. */
final class World {

    private final Path dir;
    private final Map<Path, LineFile> indexes = new ConcurrentHashMap<>();
    private final Map<Path, Object> facts = new ConcurrentHashMap<>();

    World(Path dir) {
        this.dir = dir;
        if (!has(1)) {
            throw new IllegalArgumentException(dir + " holds no generated world: the folder night-1 is missing");
        }
    }

    boolean has(int night) {
        return Files.isDirectory(dir.resolve("night-" + night));
    }

    Path file(int night, String name) {
        return dir.resolve("night-" + night).resolve(name);
    }

    /** The one file of a night's folder whose name ends so. */
    Path only(int night, String folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(file(night, folder))) {
            return files.filter(file -> file.getFileName().toString().endsWith(suffix))
                    .sorted()
                    .findFirst()
                    .orElseThrow(() -> new FileNotFoundException(folder + "/*" + suffix));
        }
    }

    byte[] bytes(Path file) throws IOException {
        return Files.readAllBytes(file);
    }

    /** A snapshot: this night's lines. */
    Lines snapshot(int night, String name) {
        return new Lines(List.of(index(file(night, name), StampReader.NONE, text -> Stamps.UNREADABLE)));
    }

    /** A delta or append feed: the lines of all nights up to this one. */
    Lines upTo(int night, String name, StampReader reader, ToLongFunction<String> nanos) {
        List<LineFile> files = new ArrayList<>();
        for (int each = 1; each <= night; each++) {
            files.add(index(file(each, name), reader, nanos));
        }
        return new Lines(files);
    }

    private LineFile index(Path file, StampReader reader, ToLongFunction<String> nanos) {
        return indexes.computeIfAbsent(file, missing -> {
            try {
                return LineFile.index(missing, reader, nanos);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Something worked out from the unpacked bytes of a gzip file, once. */
    <T> T fact(Path file, Class<T> type, Reading<T> reading) throws IOException {
        try {
            return type.cast(facts.computeIfAbsent(file, missing -> {
                try (InputStream in =
                        new GZIPInputStream(new BufferedInputStream(Files.newInputStream(missing)), 1 << 16)) {
                    return reading.of(in);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** How something is worked out from bytes. */
    @FunctionalInterface
    interface Reading<T> {
        T of(InputStream in) throws IOException;
    }

    static boolean isMissing(IOException e) {
        return e instanceof NoSuchFileException || e instanceof FileNotFoundException;
    }
}
