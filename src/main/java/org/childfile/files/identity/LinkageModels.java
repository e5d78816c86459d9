package org.childfile.files.identity;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.childfile.ingest.mapping.Population;
import org.childfile.linkage.model.Field;
import org.childfile.linkage.model.Level;
import org.childfile.linkage.model.LinkModel;
import org.childfile.linkage.model.ReviewRules;
import org.childfile.settings.Problems;

/**
 * The models by which populations are linked every night: {@code linkage/child.yaml} and {@code linkage/volunteer.yaml} of
 * the mappings. A pair of records must weigh the same tonight as on any other night, whatever other records there are,
 * but for one thing: a value that more than a number of records hold is no evidence. So their weights are learned
 * beforehand, and they may ask for nothing else that depends on the whole table.
 */
public final class LinkageModels {

    private final Map<Population, LinkModel> models;

    private LinkageModels(Map<Population, LinkModel> models) {
        this.models = models;
    }

    /** Reads the models; mistakes go to {@code problems}, and then they are not to be used. */
    public static LinkageModels read(Path mappings, Problems problems) {
        Map<Population, LinkModel> models = new EnumMap<>(Population.class);
        for (Population population : new Population[] {Population.CHILD, Population.VOLUNTEER}) {
            Path file = mappings.resolve("linkage").resolve(population.name().toLowerCase(Locale.ROOT) + ".yaml");
            int before = problems.all().size();
            LinkModel model = LinkModel.read(file, problems);
            if (problems.all().size() == before) {
                check(model, population, problems);
            }
            models.put(population, model);
        }
        return new LinkageModels(models);
    }

    private static void check(LinkModel model, Population population, Problems problems) {
        for (Field field : model.fields()) {
            for (String column : field.from()) {
                if (EvidenceColumn.find(column, population).isEmpty()) {
                    problems.add(
                            model.file(),
                            field.line(),
                            field.name() + ": no " + population.written() + " has the attribute " + column);
                }
            }
            if (field.common().share() < 1) {
                problems.add(
                        model.file(),
                        field.line(),
                        field.name()
                                + ": common is a share of all records, which changes with every one of them; say how"
                                + " many may hold a value");
            }
        }
        if (model.comparisons().stream().flatMap(each -> each.levels().stream()).anyMatch(Level::terms)) {
            problems.add(model.file(), 0, "terms depend on all records of a night");
        }
        for (ReviewRules ask : model.asks()) {
            if (Question.Reason.ofModel(ask.called()).isEmpty()) {
                problems.add(
                        model.file(),
                        0,
                        "asks: no reason is called " + ask.called() + "; there are "
                                + String.join(", ", Question.Reason.ofModels()));
            }
        }
        if (!model.learned()) {
            problems.add(model.file(), 0, "prior, m and u are not learned. Learn them with: childfile link --train");
        }
    }

    LinkModel of(Population population) {
        LinkModel model = models.get(population);
        if (model == null) {
            throw new IllegalArgumentException("nobody links a " + population.written());
        }
        return model;
    }
}
