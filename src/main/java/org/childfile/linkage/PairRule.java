package org.childfile.linkage;

import java.time.LocalDate;
import java.util.List;
import org.childfile.linkage.Explanation.Contribution;
import org.childfile.mapping.Population;
import org.childfile.mapping.SourceRecord;
import org.jspecify.annotations.Nullable;

/** Explains two records by the rules that linked them: the one place where explaining meets scoring. */
final class PairRule {

    private final LinkRecordReader reader;
    private final Weights weights;

    PairRule(Population population, LocalDate day) {
        this.reader = new LinkRecordReader(population, day);
        this.weights = Weights.of(population);
    }

    Explanation explain(SourceRecord a, SourceRecord b, @Nullable Verdict verdict) {
        LinkRecord one = reader.read(a);
        LinkRecord other = reader.read(b);
        PairScore score = PairScore.of(one, other, weights);
        // A veto ends the comparison; what else agrees is told all the same.
        PairScore told = score.contributions().size() <= 1 ? PairScore.of(one.withoutId(), other, weights) : score;
        List<Contribution> contributions = told.contributions().stream()
                .filter(part -> !part.comparison().equals("prior"))
                .map(part -> new Contribution(part.comparison(), part.level(), part.bits()))
                .toList();
        return Explanation.of(
                weights.prior(), contributions, told.total(), weights.join(), weights.review(), score.veto(), verdict);
    }
}
