package org.childfile.lab.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.TerminalProgress;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.lab.registers.TableWriter;
import org.childfile.lab.world.WorldPlan;
import org.childfile.linkage.matching.Evaluation;
import org.childfile.linkage.run.LinkRequest;
import org.childfile.linkage.run.Linking;
import org.childfile.linkage.run.StageClock;
import org.childfile.linkage.run.TruthColumn;
import org.childfile.linkage.table.CsvPeople;
import org.childfile.settings.Problems;
import org.childfile.storage.PrivateFiles;

/**
 * Links the public sets, where they are there, and tables of made cities, each with weights learned from itself, and prints
 * how well as a table in Markdown: the one in docs/linkage.md.
 */
final class LinkSets {

    private static final int CHILDREN = 20_000;
    private static final String PERSON_OF_FEBRL = "rec_id/rec-(\\d+)-";

    private static final List<PublicSet> PUBLIC = List.of(
            new PublicSet("FEBRL 1", "febrl", PERSON_OF_FEBRL, List.of("febrl_dataset1.csv")),
            new PublicSet("FEBRL 2", "febrl", PERSON_OF_FEBRL, List.of("febrl_dataset2.csv")),
            new PublicSet("FEBRL 3", "febrl", PERSON_OF_FEBRL, List.of("febrl_dataset3.csv")),
            new PublicSet("FEBRL 4", "febrl-4", PERSON_OF_FEBRL, List.of("febrl_dataset4a.csv", "febrl_dataset4b.csv")),
            new PublicSet("fake_1000", "fake-people", "cluster", List.of("fake_1000.csv")),
            new PublicSet("fake_10000", "fake-people", "group", List.of("fake_10000.csv")));

    private static final List<City> CITIES = List.of(new City(1, 51), new City(3, 52), new City(3, 53));

    private final CommandBase command;

    LinkSets(CommandBase command) {
        this.command = command;
    }

    /** A set that others publish, with a model of docs/linkage-examples and the column that says who is who. */
    private record PublicSet(String name, String model, String truth, List<String> files) {}

    /** A made city, with so many times the usual mistakes. */
    private record City(double mistakes, long seed) {}

    /** @param directory holds the public sets; those that it does not are told of and left out */
    int run(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw WrongUse.of("wrong.bench-link-sets", directory);
        }
        command.print("| " + command.text("bench.sets.head") + " |");
        command.print("| --- | --- | --- | --- | --- |");
        for (PublicSet set : PUBLIC) {
            List<Path> files = set.files().stream().map(directory::resolve).toList();
            if (files.stream().allMatch(Files::exists)) {
                row(set.name(), linked(files, set.model(), set.truth()));
            } else {
                command.shell().err().println(command.text("bench.sets.absent", set.name()));
            }
        }
        Path home = command.shell().home();
        PrivateFiles.folder(home);
        for (City city : CITIES) {
            Path table = PrivateFiles.temporary(home, "city", ".csv");
            try {
                WorldPlan plan = WorldPlan.of(CHILDREN, city.seed()).withMistakes(city.mistakes());
                TableWriter.write(plan, table, rows -> {});
                row(
                        command.text("bench.sets.city", CHILDREN, city.mistakes(), Long.toString(city.seed())),
                        linked(List.of(table), "city", "person"));
            } finally {
                Files.delete(table);
            }
        }
        return ExitCode.DONE;
    }

    private void row(String name, Evaluation evaluation) {
        Evaluation.Measure pairs = evaluation.pairs();
        command.print(String.format(
                Locale.ROOT,
                "| %s | %.4f | %.4f | %.4f | %.4f |",
                name,
                pairs.precision(),
                pairs.recall(),
                pairs.f1(),
                evaluation.bCubed().f1()));
    }

    private Evaluation linked(List<Path> files, String model, String truth) {
        TruthColumn column = TruthColumn.of(truth);
        LinkRequest request = new LinkRequest(
                files,
                command.shell().root().resolve("docs/linkage-examples/" + model + ".yaml"),
                new CsvPeople.Options(null, column.name(), StandardCharsets.UTF_8),
                column,
                null,
                false,
                1,
                Runtime.getRuntime().availableProcessors(),
                0);
        TerminalProgress progress = command.shell().quickProgress();
        try (StageClock clock = new StageClock(progress::at, progress::finish)) {
            return Objects.requireNonNull(new Linking(request, clock, LinkBench.silent())
                    .run(new Problems())
                    .evaluation());
        }
    }
}
