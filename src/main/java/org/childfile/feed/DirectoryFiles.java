package org.childfile.feed;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Picks the file of a feed that lies in a directory. */
final class DirectoryFiles {

    private DirectoryFiles() {}

    /** The file at a path below the directory, or with a pattern the last match by name; never one outside of it. */
    static Path choose(Path directory, String path, @Nullable String pattern) throws IOException {
        if (pattern == null) {
            return within(directory, path.replaceFirst("^/+", ""));
        }
        try (Stream<Path> files = Files.list(directory)) {
            String name = last(files.map(file -> file.getFileName().toString()), pattern)
                    .orElseThrow(() -> missing(pattern));
            return within(directory, name);
        }
    }

    /** A regular file that really lies below the directory, also where a symbolic link leads to it. */
    private static Path within(Path directory, String path) throws IOException {
        try {
            Path file = directory.resolve(path);
            if (Files.isRegularFile(file) && file.toRealPath().startsWith(directory.toRealPath())) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw missing(path);
        }
        throw missing(path);
    }

    /** The last name by order of characters that matches a glob. */
    static Optional<String> last(Stream<String> names, String pattern) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        return names.filter(name -> matcher.matches(Path.of(name))).max(Comparator.naturalOrder());
    }

    static PullFailed missing(String wanted) {
        return new PullFailed(
                PullFailed.Reason.UNREACHABLE,
                "there is no file " + Answer.printable(wanted) + " in the feed's directory");
    }
}
