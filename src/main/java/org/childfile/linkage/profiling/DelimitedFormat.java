package org.childfile.linkage.profiling;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.childfile.settings.Problems;
import org.jspecify.annotations.Nullable;

/** How a delimited file is written. Blanks around cells do not count; a file that cannot be read is a problem. */
public record DelimitedFormat(Charset charset, char delimiter) {

    /** Takes lines in, the header first; says whether it wants another. */
    public interface Lines {
        boolean line(long number, List<String> cells);
    }

    /** The names of the columns; null where there was a problem. */
    public @Nullable List<String> header(Path file, Problems problems) {
        List<List<String>> found = new ArrayList<>();
        read(file, problems, (number, cells) -> {
            found.add(cells);
            return false;
        });
        return found.isEmpty() ? null : found.getFirst();
    }

    /** Reads a file line by line. */
    public void read(Path file, Problems problems, Lines lines) {
        try (Reader text = open(file);
                CSVParser parser = CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(delimiter)
                        .setIgnoreEmptyLines(true)
                        .get()
                        .parse(text)) {
            boolean empty = true;
            for (CSVRecord row : parser) {
                empty = false;
                if (!lines.line(
                        parser.getCurrentLineNumber(),
                        row.stream().map(String::strip).toList())) {
                    return;
                }
            }
            if (empty) {
                problems.add(file.toString(), 0, "the file is empty");
            }
        } catch (NoSuchFileException e) {
            problems.add(file.toString(), 0, "there is no such file");
        } catch (IOException | UncheckedIOException e) {
            problems.add(file.toString(), 0, reason(e instanceof UncheckedIOException ? e.getCause() : e));
        }
    }

    private String reason(@Nullable Throwable e) {
        return e instanceof CharacterCodingException
                ? "is not " + charset + "; save it so, or name its encoding"
                : "cannot be read: " + (e == null ? "" : e.getMessage());
    }

    private Reader open(Path file) throws IOException {
        BufferedReader reader = new BufferedReader(
                new InputStreamReader(
                        Files.newInputStream(file),
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                1 << 16);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }
}
