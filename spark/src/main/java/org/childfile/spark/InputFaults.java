package org.childfile.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.childfile.settings.Problems;

/** What is wrong with rows of the tables, counted where they are read. A task that is done twice counts twice. */
final class InputFaults implements Serializable {

    private final List<String> inputs;
    private final List<LongAccumulator> broken = new ArrayList<>();
    private final List<LongAccumulator> withoutId = new ArrayList<>();

    InputFaults(SparkSession spark, List<String> inputs) {
        this.inputs = inputs.stream().map(InputTables::withoutPassword).toList();
        for (int source = 0; source < inputs.size(); source++) {
            broken.add(spark.sparkContext().longAccumulator());
            withoutId.add(spark.sparkContext().longAccumulator());
        }
    }

    void broken(int source) {
        broken.get(source).add(1);
    }

    void withoutId(int source) {
        withoutId.get(source).add(1);
    }

    /** @param twice by table, how many rows have the id of another one */
    void tell(long[] twice, Problems problems) {
        for (int source = 0; source < inputs.size(); source++) {
            String input = inputs.get(source);
            tell(
                    input,
                    broken.get(source).value(),
                    " rows have more or fewer cells than the header, or a cell with a line break;"
                            + " mend them, or save the table as Parquet",
                    problems);
            tell(input, withoutId.get(source).value(), " rows have no id", problems);
            tell(input, twice[source], " rows have the id of another one", problems);
        }
    }

    private static void tell(String input, long count, String what, Problems problems) {
        if (count > 0) {
            problems.add(input, 0, count + what);
        }
    }
}
