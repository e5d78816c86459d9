package org.childfile.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.childfile.linkage.run.EngineLines;
import org.childfile.settings.InvalidSettings;
import org.childfile.settings.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables in other forms, and tables that cannot be used. */
@SuppressWarnings("NullAway.Init")
class InputTablesTest {

    private static final String MODEL = """
            version: 1
            fields:
              name: {from: name, as: name}
              birth: {from: birth, as: date}
            blocks:
              - [name]
              - [birth]
            comparisons:
              name:
                levels: [{is: exact, m: 0.512, u: 0.001}, {is: else, m: 0.2, u: 0.8}]
              birth:
                levels: [{is: exact, m: 0.9216, u: 0.0009}, {is: else, m: 0.1, u: 0.8}]
            decision: {join: 0.9, review: 0.01}
            prior: 0.0009765625
            """;

    @TempDir
    private Path directory;

    @Test
    void parquetInAndOut() throws IOException {
        Path csv = write("""
                id,name,birth
                1,anna,2015-01-02
                2,berta,2016-02-03
                3," Anna ",2015-01-02
                """);
        SparkSession spark = LocalSpark.session();
        Path parquet = directory.resolve("people.parquet");
        spark.read().option("header", true).csv(csv.toString()).write().parquet(parquet.toString());
        Path out = directory.resolve("clusters.parquet");

        link(parquet, "parquet:" + out);

        List<Row> clusters =
                spark.read().parquet(out.toString()).orderBy("id").collectAsList();
        assertEquals(
                List.of("[people.parquet,1,1]", "[people.parquet,2,2]", "[people.parquet,3,1]"),
                clusters.stream().map(Row::toString).toList());
    }

    @Test
    void whatCannotBeUsedIsToldAndNothingIsWritten() throws IOException {
        Path csv = write("""
                id,name,birth
                1,anna,2015-01-02
                1,berta,2016-02-03
                3,clara
                ,doris,2015-01-02
                5,emma,2015-01-02
                """);

        InvalidSettings told =
                assertThrows(InvalidSettings.class, () -> link(csv, "csv:" + directory.resolve("out.csv")));

        assertEquals(
                List.of(
                        csv + ": 1 rows have more or fewer cells than the header, or a cell with a line break;"
                                + " mend them, or save the table as Parquet",
                        csv + ": 1 rows have no id",
                        csv + ": 1 rows have the id of another one"),
                told.problems().stream()
                        .map(each -> each.file() + ": " + each.message())
                        .toList());
        assertFalse(Files.exists(directory.resolve("out.csv")));
    }

    @Test
    void columnsThatAreNotThereAreNamed() throws IOException {
        Path csv = write("""
                id,nam,birth
                1,anna,2015-01-02
                """);

        InvalidSettings told =
                assertThrows(InvalidSettings.class, () -> link(csv, "csv:" + directory.resolve("out.csv")));

        assertEquals(
                "name: " + csv + " has no column name (did you mean nam?); there are id, nam, birth",
                told.problems().getFirst().message());
    }

    private Path write(String table) throws IOException {
        return Files.writeString(directory.resolve("people.csv"), table);
    }

    private void link(Path table, String out) throws IOException {
        Path model = Files.writeString(directory.resolve("model.yaml"), MODEL);
        SparkSession spark = LocalSpark.session();
        JobRequest request = LocalSpark.request(model, List.of(table.toString()), out, null);
        JobRequest known = new JobRequest(
                request.master(),
                model,
                request.inputs(),
                request.names(),
                null,
                "UTF-8",
                ",",
                out,
                null,
                null,
                false,
                1,
                List.of());
        new SparkLinking(spark, known, new EngineLines.Teller(line -> {})).run(new Problems());
    }
}
