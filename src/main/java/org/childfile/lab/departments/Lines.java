package org.childfile.lab.departments;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/** The lines of one or more nights of a feed, in order, as one list. */
final class Lines {

    private final List<LineFile> files;

    Lines(List<LineFile> files) {
        this.files = List.copyOf(files);
    }

    /** The places of the lines whose stamp is wanted, ascending. */
    int[] places(LongPredicate wanted) {
        IntStream.Builder places = IntStream.builder();
        int place = 0;
        for (LineFile file : files) {
            for (int i = 0; i < file.size(); i++, place++) {
                if (wanted.test(file.stamp(i))) {
                    places.add(place);
                }
            }
        }
        return places.build().toArray();
    }

    /** The lines at places[from] up to, and without, places[to]; fewer where there are no more. */
    List<byte[]> read(int[] places, long from, long to) throws IOException {
        List<byte[]> lines = new ArrayList<>();
        int before = 0;
        int next = (int) Math.min(from, places.length);
        int end = (int) Math.min(to, places.length);
        for (LineFile file : files) {
            int after = before + file.size();
            if (next < end && places[next] < after) {
                try (FileChannel channel = file.open()) {
                    for (; next < end && places[next] < after; next++) {
                        lines.add(file.line(channel, places[next] - before));
                    }
                }
            }
            before = after;
        }
        return lines;
    }

    /** The latest stamp of all lines as it is written; empty if there is none. */
    String newest() {
        return files.stream()
                .max(Comparator.comparingLong(LineFile::newest))
                .map(LineFile::newestText)
                .orElse("");
    }
}
