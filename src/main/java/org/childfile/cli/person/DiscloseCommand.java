package org.childfile.cli.person;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.childfile.access.erasure.Corrections;
import org.childfile.access.readmodel.AskedReads;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.SubjectCommand;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.ingest.mapping.Population;
import org.childfile.jobs.PipelineSettings;
import org.childfile.storage.PrivateFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code childfile disclose}: all that is held of one person, as a page for the person or its guardian. */
@Command(name = "disclose")
public final class DiscloseCommand extends SubjectCommand {

    @Parameters(paramLabel = "ID", descriptionKey = "person.id")
    private String id = "";

    @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "disclose.out")
    private Path out = Path.of("");

    DiscloseCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws Exception {
        try (Warehouse warehouse = Warehouse.open(shell());
                Connection connection = warehouse.read()) {
            String person = livingPerson(warehouse, id);
            Disclosure disclosure = Disclosure.read(
                    new AskedReads(connection, UnaryOperator.identity()),
                    warehouse.keys(),
                    person,
                    new Corrections(warehouse.service(), warehouse.keys()).about(person));
            List<String> attributes = disclosure.table("values").column("attribute");
            door(warehouse).record("disclose", List.of(person), attributes, "revealed, for " + actor());
            CollectionNotices notices = CollectionNotices.of(
                    PipelineSettings.read(workspace()),
                    Set.of(disclosure.population(), Population.PAIRING, Population.CARE));
            String page = new DisclosurePage(disclosure, notices).html(today().toString());
            PrivateFiles.write(out, page);
            print(text("disclose.written", out.toString()));
            print(text("disclose.left-out"));
            return ExitCode.DONE;
        }
    }
}
