package org.childfile.ingest.connect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of a directory of this machine; never one outside of it. */
record DirectoryFiles(Path directory) implements Folder {

    @Override
    public List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    @Override
    public @Nullable Stamp stamp(String name) throws IOException {
        Path file = within(name);
        if (file == null) {
            return null;
        }
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(attributes.size(), attributes.lastModifiedTime().toMillis());
    }

    @Override
    public InputStream open(String name) throws IOException {
        Path file = within(name);
        if (file == null) {
            throw new java.nio.file.NoSuchFileException(name);
        }
        return Files.newInputStream(file);
    }

    /** A regular file that really lies below the directory, also where a symbolic link leads to it; else null. */
    private @Nullable Path within(String path) throws IOException {
        try {
            Path file = directory.resolve(path.replaceFirst("^/+", ""));
            return Files.isRegularFile(file) && file.toRealPath().startsWith(directory.toRealPath()) ? file : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
