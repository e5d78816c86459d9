package org.childfile.planted.writing;

import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Breaks the law that one class makes every file, in each way that Java has. */
public final class Writing {

    private Writing() {}

    public static void all(Path file) throws IOException {
        Files.writeString(file, "open to all");
        Files.createDirectories(file);
        Files.copy(file, file);
        try (FileOutputStream out = new FileOutputStream(file.toFile());
                FileWriter text = new FileWriter(file.toFile(), StandardCharsets.UTF_8);
                PrintWriter printed = new PrintWriter(file.toFile(), StandardCharsets.UTF_8);
                RandomAccessFile any = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(1);
            text.write("x");
            printed.print("x");
            any.write(1);
        }
        if (!file.toFile().mkdirs()) {
            throw new IOException("no folder");
        }
    }
}
