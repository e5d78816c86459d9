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
    private final List<LongAccumulator> twice = new ArrayList<>();

    InputFaults(SparkSession spark, List<String> inputs) {
        this.inputs = inputs.stream().map(InputTables::withoutPassword).toList();
        for (int source = 0; source < inputs.size(); source++) {
            broken.add(spark.sparkContext().longAccumulator());
            withoutId.add(spark.sparkContext().longAccumulator());
            twice.add(spark.sparkContext().longAccumulator());
        }
    }

    void broken(int source) {
        broken.get(source).add(1);
    }

    void withoutId(int source) {
        withoutId.get(source).add(1);
    }

    void twice(int source) {
        twice.get(source).add(1);
    }

    void tell(Problems problems) {
        for (int source = 0; source < inputs.size(); source++) {
            tell(
                    source,
                    broken,
                    " rows have more or fewer cells than the header, or a cell with a line break;"
                            + " mend them, or save the table as Parquet",
                    problems);
            tell(source, withoutId, " rows have no id", problems);
            tell(source, twice, " rows have the id of another one", problems);
        }
    }

    private void tell(int source, List<LongAccumulator> counts, String what, Problems problems) {
        if (counts.get(source).value() > 0) {
            problems.add(inputs.get(source), 0, counts.get(source).value() + what);
        }
    }
}
