package org.childfile.lab.registers;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.childfile.lab.world.Day;
import org.childfile.lab.world.Tally;
import org.childfile.lab.world.WorldPlan;
import org.childfile.storage.PrivateFiles;
import org.jspecify.annotations.Nullable;

/** All files of a world, open at once. */
final class WorldFiles implements Closeable {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final WorldPlan plan;
    private final Path dir;
    private final Tally tally;
    private final Deque<Closeable> open = new ArrayDeque<>();

    WorldFiles(WorldPlan plan, Path dir, Tally tally) throws IOException {
        this.plan = plan;
        this.dir = dir;
        this.tally = tally;
        PrivateFiles.folder(night(1).resolve("education"));
        PrivateFiles.folder(night(2).resolve("education"));
    }

    /** Both nights of a feed of lines in UTF-8. */
    TwoNights<String> lines(String feed, String file, boolean delta) throws IOException {
        return opened(feed, delta, text(night(1).resolve(file), ""), text(night(2).resolve(file), ""));
    }

    TwoNights<String> volunteers() throws IOException {
        String head = BYTE_ORDER_MARK + Volunteers.HEADER;
        String file = "volunteers.csv";
        return opened(Volunteers.FEED, false, text(night(1).resolve(file), head), text(night(2).resolve(file), head));
    }

    TwoNights<String> schoolRoll() throws IOException {
        return opened("education", false, rollOf(1, plan.firstNight()), rollOf(2, plan.secondNight()));
    }

    TwoNights<List<@Nullable Object>> workbook() throws IOException {
        String file = "political-legal.xlsx";
        return opened(
                "political-legal",
                false,
                new SheetSink(night(1).resolve(file), plan.firstNight(), PoliticalLegalRegister.HEADER),
                new SheetSink(night(2).resolve(file), plan.secondNight(), PoliticalLegalRegister.HEADER));
    }

    Truth truth() throws IOException {
        Truth truth = new Truth(dir);
        open.push(truth);
        return truth;
    }

    @Override
    public void close() throws IOException {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    private Path night(int number) {
        return dir.resolve("night-" + number);
    }

    private TextSink rollOf(int night, LocalDate date) throws IOException {
        Path file = night(night).resolve("education").resolve("xueji_" + Day.basic(Day.of(date)) + ".csv.gz");
        TextSink sink = new TextSink(file, GB18030, "\r\n");
        sink.put(EducationRegister.HEADER);
        return sink;
    }

    private static TextSink text(Path file, String head) throws IOException {
        TextSink sink = new TextSink(file, StandardCharsets.UTF_8, "\n");
        if (!head.isEmpty()) {
            sink.put(head);
        }
        return sink;
    }

    private <T> TwoNights<T> opened(String feed, boolean delta, Sink<T> first, Sink<T> second) {
        TwoNights<T> both = new TwoNights<>(feed, delta, first, second, tally);
        open.push(both);
        return both;
    }
}
