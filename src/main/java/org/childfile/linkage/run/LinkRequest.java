package org.childfile.linkage.run;

import java.nio.file.Path;
import java.util.List;
import org.childfile.linkage.matching.TrainingOptions;
import org.childfile.linkage.table.CsvPeople;
import org.jspecify.annotations.Nullable;

/**
 * What tables are to be linked, and how.
 *
 * @param labels file of pairs that a person decided; null for none
 * @param learn whether the weights are learned anew where the model has them already
 * @param spare bits below the review threshold from which pairs are kept; 0 where nobody looks at them
 */
public record LinkRequest(
        List<Path> files,
        Path model,
        CsvPeople.Options options,
        @Nullable TruthColumn truth,
        @Nullable Path labels,
        boolean learn,
        long seed,
        int threads,
        double spare) {

    public LinkRequest {
        files = List.copyOf(files);
    }

    /** How the weights are learned. */
    TrainingOptions training() {
        return TrainingOptions.seeded(seed);
    }
}
