package org.childfile.ingest.connect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.childfile.ingest.connect.Folder.Stamp;
import org.childfile.ingest.connector.Connector.Whole;
import org.childfile.ingest.connector.PullFailed;
import org.jspecify.annotations.Nullable;

/**
 * Picks the file of a feed that lies in a directory, and only one that is written to its end:
 *
 * <ol>
 *   <li>Where the connector names a marker, the file counts once its marker lies beside it; a SHA-256 in the marker must be
 *       the file's.
 *   <li>Otherwise its size and time must have stood still for as long as the connector says: by its time, or by looking
 *       twice.
 *   <li>Of several names that match, the last one that is whole counts: the newest does not win while it is half written.
 * </ol>
 *
 * @param name the file's
 * @param stamp how it stood when it was chosen
 * @param sha256 what its marker tells; empty where it tells none
 */
record WholeFile(String name, Stamp stamp, Optional<String> sha256) {

    /** A server's clock may go wrong; a file this old stands still by any clock. */
    private static final Duration CLOCKS_APART = Duration.ofHours(1);

    private static final int MOST_OF_MARKER = 1 << 16;
    private static final Pattern SHA256 = Pattern.compile("(?<![0-9a-fA-F])[0-9a-fA-F]{64}(?![0-9a-fA-F])");

    /** Chooses the named file, or the last whole one whose name matches. */
    static WholeFile choose(Folder folder, String path, @Nullable String pattern, Whole whole, boolean sameClock)
            throws IOException {
        String below = path.replaceFirst("^/+", "");
        List<String> candidates = pattern == null ? List.of(below) : matching(folder.names(), pattern);
        boolean any = false;
        for (String name : candidates) {
            Stamp stamp = folder.stamp(name);
            if (stamp == null && pattern != null) {
                // A link that leads out of the directory, say: an older file would be taken for the newest.
                throw missing(name);
            }
            if (stamp != null) {
                any = true;
                Optional<WholeFile> file = whole.marker().isPresent()
                        ? marked(folder, name, stamp, whole.marker().get())
                        : still(folder, name, stamp, whole.still(), sameClock);
                if (file.isPresent()) {
                    return file.get();
                }
            }
        }
        throw any ? notWhole(whole) : missing(pattern == null ? below : pattern);
    }

    /** The names that match, the last one first. */
    private static List<String> matching(List<String> names, String pattern) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        return names.stream()
                .filter(name -> matches(matcher, name))
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** A name that this system cannot write is passed over, like any other that does not match. */
    private static boolean matches(PathMatcher matcher, String name) {
        try {
            return matcher.matches(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static Optional<WholeFile> marked(Folder folder, String name, Stamp stamp, String form) throws IOException {
        String marker = form.replace("{file}", name);
        if (folder.stamp(marker) == null) {
            return Optional.empty();
        }
        try (InputStream in = folder.open(marker)) {
            Matcher digest = SHA256.matcher(new String(in.readNBytes(MOST_OF_MARKER), StandardCharsets.ISO_8859_1));
            return Optional.of(
                    new WholeFile(name, stamp, digest.find() ? Optional.of(digest.group()) : Optional.empty()));
        }
    }

    private static Optional<WholeFile> still(Folder folder, String name, Stamp stamp, Duration still, boolean sameClock)
            throws IOException {
        long age = System.currentTimeMillis() - stamp.modifiedMillis();
        Duration enough = sameClock ? still : still.plus(still.isZero() ? Duration.ZERO : CLOCKS_APART);
        if (age < enough.toMillis()) {
            try {
                Thread.sleep(still);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new java.io.InterruptedIOException("waiting for a file");
            }
            if (!stamp.equals(folder.stamp(name))) {
                return Optional.empty();
            }
        }
        return Optional.of(new WholeFile(name, stamp, Optional.empty()));
    }

    /** Refuses a file that was written to while it was read. */
    void refuseChanged(Folder folder) throws IOException {
        if (!stamp.equals(folder.stamp(name))) {
            throw new PullFailed(
                    PullFailed.Reason.NOT_WHOLE, "the file " + Answer.printable(name) + " changed while it was read");
        }
    }

    private static PullFailed notWhole(Whole whole) {
        return new PullFailed(
                PullFailed.Reason.NOT_WHOLE,
                whole.marker()
                        .map(marker -> "no file has its marker " + Answer.printable(marker) + " beside it")
                        .orElse("the file is being written: its size did not stand still"));
    }

    private static PullFailed missing(String wanted) {
        return new PullFailed(
                PullFailed.Reason.UNREACHABLE,
                "there is no file " + Answer.printable(wanted) + " in the feed's directory");
    }
}
