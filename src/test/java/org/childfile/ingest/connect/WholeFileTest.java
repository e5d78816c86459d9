package org.childfile.ingest.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.childfile.ingest.connector.Connector.Whole;
import org.childfile.ingest.connector.PullFailed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which file of a directory is taken, and when it counts as whole. */
class WholeFileTest {

    private static final Whole STILL = new Whole(Optional.empty(), Duration.ofMillis(1));
    private static final Whole MARKED = new Whole(Optional.of("{file}.ok"), Duration.ZERO);
    private static final String DIGEST = "0123456789abcdef".repeat(4);

    /** Files by name; a growing one is larger each time that it is looked at. */
    private static final class Fake implements Folder {
        private final Map<String, String> files = new TreeMap<>();
        private final long modified;
        private String growing = "";
        private int looks;

        Fake(long modified, String... names) {
            this.modified = modified;
            List.of(names).forEach(name -> files.put(name, name));
        }

        @Override
        public List<String> names() {
            return List.copyOf(files.keySet());
        }

        @Override
        public @Nullable Stamp stamp(String name) {
            String content = files.get(name);
            return content == null
                    ? null
                    : new Stamp(content.length() + (name.equals(growing) ? ++looks : 0), modified);
        }

        @Override
        public InputStream open(String name) {
            return new ByteArrayInputStream(files.getOrDefault(name, "").getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void theNewestFileDoesNotWinWhileItIsWritten() throws IOException {
        Fake folder = new Fake(System.currentTimeMillis() + 1000, "x_1.csv", "x_2.csv", "说明.txt", "x_3.csv.part");
        folder.growing = "x_2.csv";
        assertThat(choose(folder, STILL)).isEqualTo("x_1.csv");
        folder.growing = "";
        assertThat(choose(folder, STILL)).isEqualTo("x_2.csv");
    }

    @Test
    void aFileThatGrowsIsNotTakenEvenIfThereIsNoOther() {
        Fake folder = new Fake(System.currentTimeMillis() + 1000, "x_1.csv");
        folder.growing = "x_1.csv";
        assertThatThrownBy(() -> choose(folder, STILL))
                .isInstanceOf(PullFailed.class)
                .hasMessage("the file is being written: its size did not stand still")
                .extracting(failure -> ((PullFailed) failure).reason())
                .isEqualTo(PullFailed.Reason.NOT_WHOLE);
    }

    @Test
    void aFileThatIsOldStandsStillWithoutASecondLook() throws IOException {
        Fake folder = new Fake(0, "x_1.csv");
        assertThat(choose(folder, new Whole(Optional.empty(), Duration.ofDays(1))))
                .isEqualTo("x_1.csv");
    }

    @Test
    void whereTheConnectorNamesAMarkerTheFileCountsOnceItIsThere() throws IOException {
        Fake folder = new Fake(0, "x_1.csv", "x_1.csv.ok", "x_2.csv");
        assertThat(choose(folder, MARKED)).isEqualTo("x_1.csv");
        folder.files.put("x_2.csv.ok", DIGEST + "  x_2.csv\n");
        WholeFile file = WholeFile.choose(folder, "", "x_*.csv", MARKED, true);
        assertThat(file.name()).isEqualTo("x_2.csv");
        assertThat(file.sha256()).contains(DIGEST);
        folder.files.keySet().removeIf(name -> name.endsWith(".ok"));
        assertThatThrownBy(() -> choose(folder, MARKED))
                .isInstanceOf(PullFailed.class)
                .hasMessage("no file has its marker {file}.ok beside it");
    }

    @Test
    void aFileThatChangesWhileItIsReadIsRefused() throws IOException {
        Fake folder = new Fake(0, "x_1.csv");
        WholeFile file = WholeFile.choose(folder, "x_1.csv", null, STILL, true);
        file.refuseChanged(folder);
        folder.files.put("x_1.csv", "longer than before");
        assertThatThrownBy(() -> file.refuseChanged(folder))
                .isInstanceOf(PullFailed.class)
                .hasMessage("the file x_1.csv changed while it was read");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> choose(new Fake(0, "y.csv"), STILL))
                .isInstanceOf(PullFailed.class)
                .hasMessage("there is no file x_*.csv in the feed's directory");
    }

    private static String choose(Folder folder, Whole whole) throws IOException {
        return WholeFile.choose(folder, "", "x_*.csv", whole, true).name();
    }
}
