package org.childfile.settings;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The files {@code *.yaml} of a directory, in the order of their names. */
public final class YamlFiles {

    private YamlFiles() {}

    /**
     * Those of a directory that must be there; where it cannot be read, that is a problem and there are none.
     *
     * @param content what the files are, as the problem names it
     */
    public static List<Path> of(Path directory, String content, Problems problems) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory, "*.yaml")) {
            stream.forEach(files::add);
        } catch (IOException e) {
            problems.add(directory.toString(), 0, "cannot be read as a directory of " + content);
        }
        Collections.sort(files);
        return files;
    }

    /** The same; none, and no problem, where there is no such directory. */
    public static List<Path> ofAny(Path directory, String content, Problems problems) {
        return Files.isDirectory(directory) ? of(directory, content, problems) : List.of();
    }
}
