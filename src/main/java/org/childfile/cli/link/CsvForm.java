package org.childfile.cli.link;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.childfile.cli.terminal.WrongUse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the tables that a command reads are written. */
public final class CsvForm {

    @Option(names = "--id", paramLabel = "COLUMN", descriptionKey = "option.id")
    private @Nullable String id;

    @Option(names = "--charset", paramLabel = "NAME", defaultValue = "UTF-8", descriptionKey = "option.charset")
    private String charset = StandardCharsets.UTF_8.name();

    @Option(names = "--delimiter", paramLabel = "C", defaultValue = ",", descriptionKey = "option.delimiter")
    private String delimiter = ",";

    /** Null for the first column. */
    @Nullable
    public String id() {
        return id;
    }

    public Charset charset() {
        try {
            return Charset.forName(charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw WrongUse.of("wrong.charset", charset);
        }
    }

    public char delimiter() {
        String written = delimiter.equals("\\t") || delimiter.equals("tab") ? "\t" : delimiter;
        if (written.length() != 1 || "\"\r\n".contains(written)) {
            throw WrongUse.of("wrong.delimiter", delimiter);
        }
        return written.charAt(0);
    }
}
