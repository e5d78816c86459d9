package org.childfile.cli.terminal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.childfile.settings.Problems;
import org.childfile.storage.PrivateFiles;
import org.jspecify.annotations.Nullable;

/**
 * Output files that appear whole or not at all: each is written beside its place under another name, and all are moved
 * there when all are whole. What is left is deleted, also when the process is told to end.
 */
public final class WholeFiles implements AutoCloseable {

    private final Map<Path, Path> parts = new LinkedHashMap<>();
    private final Thread atEnd = new Thread(this::delete, "delete-parts");

    public WholeFiles() {
        Runtime.getRuntime().addShutdownHook(atEnd);
    }

    /** Tells of places where no file can be put, and of those that would take the place of an input. */
    public static void check(List<Path> targets, List<Path> inputs, Problems problems) {
        List<Path> taken = new ArrayList<>();
        for (Path target : targets) {
            Path whole = whole(target);
            Path parent = whole.getParent();
            if (parent == null || !Files.isDirectory(parent)) {
                problems.add(target.toString(), 0, "there is no directory to write it to. Make it and run again.");
            } else if (Files.isDirectory(whole)) {
                problems.add(target.toString(), 0, "is a directory; name a file");
            } else if (!Files.isWritable(parent)) {
                problems.add(target.toString(), 0, "the directory cannot be written to");
            }
            if (inputs.stream().anyMatch(input -> whole(input).equals(whole))) {
                problems.add(target.toString(), 0, "is read as an input; name another file to write to");
            }
            if (taken.contains(whole)) {
                problems.add(target.toString(), 0, "two outputs have this name");
            }
            taken.add(whole);
        }
    }

    private static Path whole(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** Begins a file; the writer is to be closed before {@link #finish}. */
    public BufferedWriter begin(Path target) throws IOException {
        return PrivateFiles.writer(part(target));
    }

    /** Where a file is to be written until it is whole, for who opens it itself. */
    public synchronized Path part(Path target) {
        Path part = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        parts.put(target, part);
        return part;
    }

    /** Puts all files in their places. */
    public synchronized void finish() throws IOException {
        for (Map.Entry<Path, Path> each : parts.entrySet()) {
            PrivateFiles.replace(each.getValue(), each.getKey());
        }
        parts.clear();
    }

    @Nullable
    private synchronized IOException deleted() {
        IOException failed = null;
        for (Path part : parts.values()) {
            try {
                Files.deleteIfExists(part);
            } catch (IOException e) {
                failed = e;
            }
        }
        return failed;
    }

    private void delete() {
        deleted();
    }

    @Override
    public void close() throws IOException {
        IOException failed = deleted();
        try {
            Runtime.getRuntime().removeShutdownHook(atEnd);
        } catch (IllegalStateException e) {
            // The process ends already, and the hook does the same once more.
            return;
        }
        if (failed != null) {
            throw failed;
        }
    }
}
