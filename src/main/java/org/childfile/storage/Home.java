package org.childfile.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.childfile.storage.UnsafeHome.Reason;

/**
 * Whether a home is fit to work in.
 *
 * <ol>
 *   <li>One that is not there yet is: it will be made for its owner alone.
 *   <li>One that is there belongs to the user who runs the program, and others may neither read nor write it. An empty one
 *       is closed to them here, as nothing can have been taken from it or put into it; one that holds something is refused,
 *       for what others may have read or planted is for a person to judge.
 *   <li>No folder right in it can be written by others.
 *   <li>No folder above it can be written by others, except where nobody can take away what is another's (sticky, as {@code
 *       /tmp}); a group that is called like the folder's owner is that owner.
 * </ol>
 *
 * <p>Where the file system has no such rights nothing is checked.
 */
public final class Home {

    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");
    private static final Set<PosixFilePermission> WRITERS =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
    private static final int STICKY = 01000;
    /** Bytes; a file of less is among what any command writes. */
    private static final long LEAST_ROOM = 1 << 16;

    private Home() {}

    /**
     * Sees to it that a home is fit to work in.
     *
     * @throws UnsafeHome if it is not
     */
    public static void check(Path home) {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("unix")) {
            return;
        }
        try {
            Path there = home.toAbsolutePath().normalize();
            if (Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
                there = there.toRealPath();
                inside(there);
            } else {
                while (!Files.exists(there) && there.getParent() != null) {
                    there = there.getParent();
                }
                above(there.toRealPath());
            }
            for (Path parent = there.toRealPath().getParent(); parent != null; parent = parent.getParent()) {
                above(parent);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the home " + home + " cannot be looked at", e);
        }
    }

    /** Whether the disk of a home has no room for what a command writes there; of one that cannot be asked it is not said. */
    public static boolean isFull(Path home) {
        try {
            return Files.exists(home) && Files.getFileStore(home).getUsableSpace() < LEAST_ROOM;
        } catch (IOException e) {
            return false;
        }
    }

    private static void inside(Path home) throws IOException {
        PosixFileAttributes found = Files.readAttributes(home, PosixFileAttributes.class);
        if (!found.isDirectory()) {
            throw new UnsafeHome(Reason.NO_FOLDER, home, PosixFilePermissions.toString(found.permissions()));
        }
        Optional<Integer> self = user();
        if (self.isPresent() && !self.get().equals(Files.getAttribute(home, "unix:uid"))) {
            throw new UnsafeHome(Reason.FOREIGN, home, found.owner().getName());
        }
        if (open(found, OTHERS)) {
            if (!empty(home)) {
                throw new UnsafeHome(Reason.OPEN, home, PosixFilePermissions.toString(found.permissions()));
            }
            PrivateFiles.closeFolder(home);
            if (!empty(home)) {
                throw new UnsafeHome(Reason.OPEN, home, PosixFilePermissions.toString(found.permissions()));
            }
        }
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(home, Files::isDirectory)) {
            for (Path folder : folders) {
                PosixFileAttributes within =
                        Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (within.isDirectory() && open(within, WRITERS)) {
                    throw new UnsafeHome(Reason.OPEN, folder, PosixFilePermissions.toString(within.permissions()));
                }
            }
        }
    }

    private static void above(Path folder) throws IOException {
        PosixFileAttributes found = Files.readAttributes(folder, PosixFileAttributes.class);
        Set<PosixFilePermission> writers = EnumSet.copyOf(WRITERS);
        if (found.group().getName().equals(found.owner().getName())) {
            writers.remove(PosixFilePermission.GROUP_WRITE);
        }
        boolean sticky = ((int) Files.getAttribute(folder, "unix:mode") & STICKY) != 0;
        if (open(found, writers) && !sticky) {
            throw new UnsafeHome(Reason.ABOVE, folder, PosixFilePermissions.toString(found.permissions()));
        }
    }

    private static boolean open(PosixFileAttributes found, Set<PosixFilePermission> forbidden) {
        return found.permissions().stream().anyMatch(forbidden::contains);
    }

    private static boolean empty(Path folder) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            return !entries.iterator().hasNext();
        }
    }

    /** Who runs this process, as the system knows it; empty where it does not say so. */
    private static Optional<Integer> user() throws IOException {
        Path process = Path.of("/proc/self");
        return Files.exists(process)
                ? Optional.of((Integer) Files.getAttribute(process, "unix:uid"))
                : Optional.empty();
    }
}
