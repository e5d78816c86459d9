package org.childfile.files.identity;

import java.util.List;
import org.childfile.files.identity.Explanation.Contribution;
import org.childfile.ingest.mapping.Population;
import org.childfile.ingest.mapping.SourceRecord;
import org.childfile.linkage.matching.Matcher;
import org.childfile.linkage.model.Level;
import org.childfile.linkage.model.LinkModel;
import org.jspecify.annotations.Nullable;

/** Explains two records by the model that linked them: the one place where explaining meets matching. */
final class PairRule {

    private final Population population;
    private final LinkModel model;
    private final ValueStore values;

    PairRule(Population population, LinkageModels models, ValueStore values) {
        this.population = population;
        this.model = models.of(population);
        this.values = values;
    }

    Explanation explain(SourceRecord a, SourceRecord b, @Nullable Verdict verdict) {
        if (a.recordId() == b.recordId()) {
            double prior = model.priorBits();
            return Explanation.of(
                    prior,
                    List.of(),
                    prior,
                    model.decision().joinBits(),
                    model.decision().reviewBits(),
                    "",
                    "",
                    verdict);
        }
        LinkTable table = LinkTable.of(
                model,
                population,
                values.commonOf(a.recordId(), b.recordId()),
                records -> List.of(a, b).forEach(records));
        var found = Matcher.of(model, table.people(), 1).explain(table.row(a.recordId()), table.row(b.recordId()));
        List<Contribution> contributions = found.steps().stream()
                .filter(step -> step.bits() != 0 || step.level().equals(Level.COMMON))
                .map(step -> new Contribution(step.comparison(), step.level(), step.bits() + step.rarity()))
                .toList();
        return Explanation.of(
                found.prior(),
                contributions,
                found.weight(),
                found.decision().joinBits(),
                found.decision().reviewBits(),
                found.veto(),
                found.left(),
                verdict);
    }
}
