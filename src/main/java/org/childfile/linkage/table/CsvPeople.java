package org.childfile.linkage.table;

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
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import org.childfile.linkage.model.LinkModel;
import org.childfile.settings.Problems;
import org.childfile.settings.Section;
import org.jspecify.annotations.Nullable;

/**
 * Reads comma-separated files as a table of people, each file a source. Blanks around names of columns and cells do not
 * count. Files that cannot be used are problems with their lines, and then there is no table.
 */
public final class CsvPeople {

    private static final int MOST_PROBLEMS = 20;

    private final TableBuilder builder;
    private final Options options;
    private final Problems problems;
    private final LongConsumer progress;
    private final int threads;
    private final Dictionary persons = new Dictionary();
    /** By arrival, the number of the person; negative for none. */
    private final Ints truths = new Ints(1 << 8);

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

    private CsvPeople(LinkModel model, Options options, int threads, Problems problems, LongConsumer progress) {
        this.builder = new TableBuilder(model, RowOrder.SHORT_FIRST);
        this.threads = threads;
        this.options = options;
        this.problems = problems;
        this.progress = progress;
    }

    /**
     * Reads the files. Rows stand in the order of file and id, a shorter id first, so that numbers stand as they count.
     *
     * @param threads how many work at it; what comes out is the same
     * @return null where there were problems
     */
    public static @Nullable People read(
            LinkModel model, List<Path> files, Options options, int threads, Problems problems, LongConsumer progress) {
        CsvPeople people = new CsvPeople(model, options, threads, problems, progress);
        for (int source = 0; source < files.size(); source++) {
            people.file(model, files.get(source), source);
        }
        if (!problems.isEmpty()) {
            return null;
        }
        PeopleTable table = people.builder.table(threads);
        return new People(table, files.stream().map(Path::toString).toList(), people.truth(table));
    }

    private @Nullable String[] truth(PeopleTable table) {
        String[] names = new String[persons.size()];
        Arrays.setAll(names, persons::text);
        @Nullable String[] truth = new String[table.rows()];
        for (int row = 0; row < truth.length; row++) {
            int person = truths.get(table.arrival(row));
            truth[row] = person < 0 ? null : names[person];
        }
        return truth;
    }

    private void file(LinkModel model, Path file, int source) {
        String name = file.toString();
        told = 0;
        try (Reader text = open(file);
                CsvAhead ahead = new CsvAhead(text, options.delimiter())) {
            CsvBlock block = ahead.next();
            if (block == null) {
                problems.add(name, 0, "the file is empty");
                return;
            }
            List<String> header = new ArrayList<>();
            for (int cell = 0; cell < block.cells(0); cell++) {
                header.add(block.cell(0, cell));
            }
            Columns columns = columns(model, header, name);
            Ids ids = new Ids(new Dictionary(), new Ints(1 << 8));
            for (int from = 1; block != null && columns != null && told < MOST_PROBLEMS; from = 0) {
                Ints whole = whole(block, from, header.size(), columns.id(), ids, name);
                if (problems.isEmpty()) {
                    take(block, whole, source, columns);
                }
                block = ahead.next();
            }
            if (columns != null && told == 0 && ids.lines().size() == 0) {
                problems.add(name, 0, "the file has no row beside its header");
            }
        } catch (NoSuchFileException e) {
            problems.add(name, 0, "there is no such file");
        } catch (CsvText.Fault e) {
            problems.add(name, e.line, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            problems.add(name, 0, reason(e));
        }
    }

    private void take(CsvBlock block, Ints rows, int source, Columns columns) {
        builder.add(source, block, rows, columns.id(), columns.of(), threads);
        for (int i = 0; i < rows.size(); i++) {
            int start = columns.truth() < 0 ? 0 : block.start(rows.get(i), columns.truth());
            int end = columns.truth() < 0 ? 0 : block.end(rows.get(i), columns.truth());
            truths.add(start == end ? -1 : persons.code(block.text, start, end));
        }
        progress.accept(builder.rows());
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

    /** The ids of a file, and by id the line where it stands. */
    private record Ids(Dictionary numbers, Ints lines) {}

    /** The rows with as many cells as the header and an id of their own; what is wrong with the others is told. */
    private Ints whole(CsvBlock block, int from, int cells, int id, Ids ids, String file) {
        Ints whole = new Ints(block.rows());
        for (int row = from; row < block.rows() && told < MOST_PROBLEMS; row++) {
            int line = block.line(row);
            if (block.cells(row) != cells) {
                tell(file, line, "found " + block.cells(row) + " cells, the header has " + cells);
            } else if (block.start(row, id) == block.end(row, id)) {
                tell(file, line, "the id is missing");
            } else {
                int number = ids.numbers().code(block.text, block.start(row, id), block.end(row, id));
                if (number < ids.lines().size()) {
                    tell(
                            file,
                            line,
                            "the id stands already in line " + ids.lines().get(number));
                } else {
                    ids.lines().add(line);
                    whole.add(row);
                }
            }
        }
        return whole;
    }

    private void tell(String file, int line, String message) {
        told++;
        problems.add(file, line, told == MOST_PROBLEMS ? message + "; what follows is not told" : message);
    }
}
