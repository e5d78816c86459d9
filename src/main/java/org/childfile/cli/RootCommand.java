package org.childfile.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code childfile} itself. */
@Command(name = "childfile", version = "childfile 0.1.0")
final class RootCommand extends CommandBase {

    private static final List<String> VERSION = List.of("-V", "--version");

    /** In the order in which help names them. */
    private static final List<Class<? extends CommandBase>> COMMANDS = List.of(
            DemoCommand.class,
            NightlyCommand.class,
            ServeCommand.class,
            CheckCommand.class,
            RunsCommand.class,
            RunCommand.class,
            RetryCommand.class,
            FeedsCommand.class,
            HoldCommand.class,
            QuarantineCommand.class,
            ChildCommand.class,
            VolunteerCommand.class,
            DutyCommand.class,
            DigestCommand.class,
            CoverageCommand.class,
            HiddenCommand.class,
            WakeupCommand.class,
            PairingCommand.class,
            ReviewCommand.class,
            ExplainCommand.class,
            CorrectCommand.class,
            ForgetCommand.class,
            DiscloseCommand.class,
            AuditCommand.class,
            ApprovalCommand.class,
            AssessmentCommand.class,
            BreachCommand.class,
            SqlCommand.class,
            PublishCommand.class,
            KeysCommand.class,
            LinkCommand.class,
            ProfileCommand.class,
            ExportCommand.class,
            TokenCommand.class,
            LoginCommand.class,
            GenerateCommand.class,
            DepartmentsCommand.class,
            MigrateCommand.class,
            ComposeCommand.class,
            BenchCommand.class);

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    RootCommand(Shell shell) {
        super(shell);
    }

    /**
     * The commands that a line can mean: the one that its first word names; all where it names none. Making them all takes
     * longer than most commands.
     */
    static List<Class<? extends CommandBase>> meantBy(String... line) {
        if (line.length == 1 && VERSION.contains(line[0])) {
            return List.of();
        }
        List<Class<? extends CommandBase>> named = COMMANDS.stream()
                .filter(command -> line.length > 0 && command.getSimpleName().equalsIgnoreCase(line[0] + "Command"))
                .toList();
        return named.isEmpty() ? COMMANDS : named;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), text("error.no-command"));
    }
}
