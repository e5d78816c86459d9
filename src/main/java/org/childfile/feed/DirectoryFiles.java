package org.childfile.feed;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
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
            Path file = directory.resolve(path.replaceFirst("^/+", "")).normalize();
            if (!file.startsWith(directory.normalize()) || !Files.isRegularFile(file)) {
                throw missing(path);
            }
            return file;
        }
        try (Stream<Path> files = Files.list(directory)) {
            return last(files.map(file -> file.getFileName().toString()), pattern)
                    .map(directory::resolve)
                    .orElseThrow(() -> missing(pattern));
        }
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
