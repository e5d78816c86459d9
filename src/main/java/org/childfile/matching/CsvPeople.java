package org.childfile.matching;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.commons.csv.CSVRecord;
import org.childfile.settings.Problems;
import org.childfile.settings.Section;
import org.jspecify.annotations.Nullable;

/**
 * Reads comma-separated files as a table of people, each file a source. Blanks around names of columns and cells do not
 * count. Files that cannot be used are problems with their lines, and then there is no table.
 */
public final class CsvPeople {

    private static final int MOST_PROBLEMS = 20;
    private static final int TELL_EVERY = 50_000;

    private final TableBuilder builder;
    private final Options options;
    private final Problems problems;
    private final LongConsumer progress;
    private final List<@Nullable String> truths = new ArrayList<>();
    private int told;

    /**
     * How the files are read.
     *
     * @param id the column whose value names a row within its file; null for the first
     * @param truth the column that says which person a row is of; null for none
     * @param delimiter what parts the cells of a line
     */
    public record Options(@Nullable String id, @Nullable String truth, Charset charset, char delimiter) {

        public Options(@Nullable String id, @Nullable String truth, Charset charset) {
            this(id, truth, charset, ',');
        }
    }

    /**
     * What was read.
     *
     * @param truth by row of the table; null where the file says nothing
     */
    public record People(
            PeopleTable table,
            List<String> sources,
            @Nullable String[] truth) {}

    private CsvPeople(LinkModel model, Options options, Problems problems, LongConsumer progress) {
        this.builder = PeopleTable.builder(model);
        this.options = options;
        this.problems = problems;
        this.progress = progress;
    }

    /**
     * Reads the files.
     *
     * @return null where there were problems
     */
    public static @Nullable People read(
            LinkModel model, List<Path> files, Options options, Problems problems, LongConsumer progress) {
        CsvPeople people = new CsvPeople(model, options, problems, progress);
        for (int source = 0; source < files.size(); source++) {
            people.file(model, files.get(source), source);
        }
        if (!problems.isEmpty()) {
            return null;
        }
        PeopleTable table = people.builder.table();
        @Nullable String[] truth = new String[table.rows()];
        for (int row = 0; row < truth.length; row++) {
            truth[row] = people.truths.get(table.arrival(row));
        }
        return new People(table, files.stream().map(Path::toString).toList(), truth);
    }

    private void file(LinkModel model, Path file, int source) {
        String name = file.toString();
        told = 0;
        try (Reader text = open(file);
                CsvAhead ahead = new CsvAhead(text, options.delimiter())) {
            List<String> header = null;
            Map<String, Long> lines = new HashMap<>();
            Columns columns = null;
            for (List<CsvAhead.Line> batch = ahead.next(); !batch.isEmpty(); batch = ahead.next()) {
                for (CsvAhead.Line line : batch) {
                    if (header == null) {
                        header = line.cells().stream().map(CsvPeople::cell).toList();
                        columns = columns(model, header, name);
                    } else if (columns != null && told < MOST_PROBLEMS) {
                        row(line.cells(), columns, source, name, header, lines, line.number());
                    }
                }
            }
            if (header == null || lines.isEmpty() && told == 0 && columns != null) {
                problems.add(name, 0, header == null ? "the file is empty" : "the file has no row beside its header");
            }
        } catch (NoSuchFileException e) {
            problems.add(name, 0, "there is no such file");
        } catch (IOException e) {
            problems.add(name, 0, reason(e));
        }
    }

    private String reason(IOException e) {
        return e instanceof CharacterCodingException || e.getCause() instanceof CharacterCodingException
                ? "is not " + options.charset() + "; save it so, or name its encoding"
                : "cannot be read: " + e.getMessage();
    }

    private Reader open(Path file) throws IOException {
        BufferedReader reader = new BufferedReader(
                new InputStreamReader(
                        Files.newInputStream(file),
                        options.charset()
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                1 << 16);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    /** Where in a line the id, the truth (-1: nowhere) and the columns of the model stand. */
    private record Columns(int id, int truth, int[] of) {}

    private @Nullable Columns columns(LinkModel model, List<String> header, String file) {
        model.check(header, file, problems);
        int id = options.id() == null ? 0 : position(options.id(), header, file);
        int truth = options.truth() == null ? -1 : position(options.truth(), header, file);
        int[] of = builder.columns().stream().mapToInt(header::indexOf).toArray();
        return problems.isEmpty() ? new Columns(id, truth, of) : null;
    }

    private int position(String column, List<String> header, String file) {
        int position = header.indexOf(column);
        if (position < 0) {
            problems.add(
                    file,
                    1,
                    "no column " + column + Section.hint(column, header) + "; there are " + String.join(", ", header));
        }
        return position;
    }

    private void row(
            CSVRecord row,
            Columns columns,
            int source,
            String file,
            List<String> header,
            Map<String, Long> lines,
            long line) {
        if (row.size() != header.size()) {
            tell(file, line, "found " + row.size() + " cells, the header has " + header.size());
            return;
        }
        String id = cell(row.get(columns.id()));
        Long before = id.isEmpty() ? null : lines.putIfAbsent(id, line);
        if (id.isEmpty() || before != null) {
            tell(file, line, before == null ? "the id is missing" : "the id stands already in line " + before);
            return;
        }
        @Nullable String[] cells = new String[columns.of().length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell(row.get(columns.of()[i]));
        }
        int arrival = builder.add(source, id, cells);
        String truth = columns.truth() < 0 ? "" : cell(row.get(columns.truth()));
        truths.add(truth.isEmpty() ? null : truth);
        if ((arrival + 1) % TELL_EVERY == 0) {
            progress.accept(arrival + 1L);
        }
    }

    private void tell(String file, long line, String message) {
        told++;
        problems.add(file, (int) line, told == MOST_PROBLEMS ? message + "; what follows is not told" : message);
    }

    private static String cell(String text) {
        return text.strip();
    }
}
