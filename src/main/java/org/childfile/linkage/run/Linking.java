package org.childfile.linkage.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.childfile.linkage.matching.BlockingReport;
import org.childfile.linkage.matching.Clustering;
import org.childfile.linkage.matching.Edges;
import org.childfile.linkage.matching.Evaluation;
import org.childfile.linkage.matching.Matcher;
import org.childfile.linkage.matching.RowClusters;
import org.childfile.linkage.matching.RowVerdicts;
import org.childfile.linkage.matching.Training;
import org.childfile.linkage.matching.TrainingOptions.Labelled;
import org.childfile.linkage.model.LinkModel;
import org.childfile.linkage.profiling.DelimitedFormat;
import org.childfile.linkage.table.CsvPeople;
import org.childfile.settings.Problems;
import org.jspecify.annotations.Nullable;

/** Links tables from their files to clusters, stage by stage. Nothing is written. */
public final class Linking {

    private final LinkRequest request;
    private final StageClock clock;
    private final Told told;

    /** What is told on the way. */
    public interface Told {
        /** Before pairs are compared. */
        void blocking(BlockingReport report);

        /** Before weights are learned. */
        void learning(LinkModel model);

        /** The name of a stage, for its key. */
        String stage(String key);
    }

    public Linking(LinkRequest request, StageClock clock, Told told) {
        this.request = request;
        this.clock = clock;
        this.told = told;
    }

    /**
     * Reads, trains where it is asked, compares and clusters.
     *
     * @param problems of what was asked for; those of the model and the tables are added, and all are raised together
     */
    public Linked run(Problems problems) {
        begin("link.stage.read");
        Problems ofInputs = new Problems();
        CsvPeople.People read = people(ofInputs);
        List<Labelled> labels = read == null ? List.of() : labels(read, ofInputs);
        sameNames(problems);
        ofInputs.all().forEach(each -> problems.add(each.file(), each.line(), each.message()));
        problems.raise();
        CsvPeople.People people = Objects.requireNonNull(read);
        begin("link.stage.block");
        Matcher matcher = Matcher.of(people.table().model(), people.table(), request.threads());
        clock.end();
        told.blocking(matcher.blocking());
        Training training = null;
        if (request.learn() || !matcher.model().learned()) {
            told.learning(matcher.model());
            begin("link.stage.learn");
            training = matcher.train(request.training().with(labels));
            matcher = matcher.learned(training.model());
        }
        return linked(people, matcher, training, labels);
    }

    private Linked linked(
            CsvPeople.People people, Matcher matcher, @Nullable Training training, List<Labelled> labels) {
        double review = matcher.model().decision().reviewBits();
        begin("link.stage.compare");
        Edges edges =
                matcher.pairs(null, review - request.spare(), clock.counting()).strongestFirst();
        clock.end();
        long compared = clock.stages().getLast().count();
        begin("link.stage.join");
        RowClusters clusters = Clustering.decide(matcher, edges.from(review), RowVerdicts.NONE);
        TruthColumn truth = request.truth();
        Evaluation evaluation = null;
        if (truth != null) {
            begin("link.stage.measure");
            evaluation = Evaluation.of(matcher, clusters, edges, truth.persons(people.truth()));
        }
        clock.end();
        return new Linked(names(), matcher, training, labels, edges, clusters, compared, evaluation);
    }

    private void begin(String key) {
        clock.begin(told.stage(key));
    }

    /** A file's name without its folder. */
    public static String name(Path file) {
        return Objects.requireNonNull(file.getFileName(), "a file has a name").toString();
    }

    private CsvPeople.@Nullable People people(Problems ofInputs) {
        LinkModel model = LinkModel.read(request.model(), ofInputs);
        CsvPeople.People people = null;
        if (ofInputs.isEmpty()) {
            LongConsumer counting = clock.counting();
            people = CsvPeople.read(model, request.files(), request.options(), request.threads(), ofInputs, counting);
            counting.accept(people == null ? 0 : people.table().rows());
        } else {
            DelimitedFormat csv = new DelimitedFormat(
                    request.options().charset(), request.options().delimiter());
            for (Path file : request.files()) {
                List<String> header = csv.header(file, ofInputs);
                if (header != null) {
                    model.check(header, file.toString(), ofInputs);
                }
            }
        }
        return people;
    }

    private List<Labelled> labels(CsvPeople.People people, Problems problems) {
        Path file = request.labels();
        return file == null ? List.of() : LabelledPairs.read(file, people.table(), names(), problems);
    }

    private List<String> names() {
        return request.files().stream().map(Linking::name).toList();
    }

    private void sameNames(Problems problems) {
        List<String> names = names();
        for (int i = 0; i < names.size(); i++) {
            if (names.indexOf(names.get(i)) < i) {
                problems.add(
                        request.files().get(i).toString(),
                        0,
                        "another file is called " + names.get(i) + ", too; the source of a row could not be told");
            }
        }
    }
}
