package org.childfile.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardedCsvTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void noCellIsAFormula() throws IOException {
        Path file = folder.resolve("table.csv");
        GuardedCsv.write(
                file,
                List.of("a", "b"),
                List.of(List.of("=1+1", "+1"), List.of("-1", "@x"), List.of("\tx", "\rx"), List.of("张三", "a,b")));

        assertThat(Files.readString(file))
                .isEqualTo("\uFEFFa,b\r\n'=1+1,'+1\r\n'-1,'@x\r\n'\tx,\"'\rx\"\r\n张三,\"a,b\"\r\n");
    }
}
