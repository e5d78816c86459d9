package org.childfile.cli.main;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.childfile.cli.access.ApprovalCommand;
import org.childfile.cli.access.AssessmentCommand;
import org.childfile.cli.access.AuditCommand;
import org.childfile.cli.access.BreachCommand;
import org.childfile.cli.access.KeysCommand;
import org.childfile.cli.access.LoginCommand;
import org.childfile.cli.access.TokenCommand;
import org.childfile.cli.care.CoverageCommand;
import org.childfile.cli.care.DigestCommand;
import org.childfile.cli.care.DutyCommand;
import org.childfile.cli.care.PairingCommand;
import org.childfile.cli.care.WakeupCommand;
import org.childfile.cli.data.ExportCommand;
import org.childfile.cli.data.PublishCommand;
import org.childfile.cli.data.SqlCommand;
import org.childfile.cli.link.LinkCommand;
import org.childfile.cli.link.ProfileCommand;
import org.childfile.cli.person.ChildCommand;
import org.childfile.cli.person.CorrectCommand;
import org.childfile.cli.person.DiscloseCommand;
import org.childfile.cli.person.ForgetCommand;
import org.childfile.cli.person.HiddenCommand;
import org.childfile.cli.person.VolunteerCommand;
import org.childfile.cli.review.ExplainCommand;
import org.childfile.cli.review.ReviewCommand;
import org.childfile.cli.run.CheckCommand;
import org.childfile.cli.run.ComposeCommand;
import org.childfile.cli.run.FeedsCommand;
import org.childfile.cli.run.HoldCommand;
import org.childfile.cli.run.MigrateCommand;
import org.childfile.cli.run.NightlyCommand;
import org.childfile.cli.run.QuarantineCommand;
import org.childfile.cli.run.RetryCommand;
import org.childfile.cli.run.RunCommand;
import org.childfile.cli.run.RunsCommand;
import org.childfile.cli.run.ServeCommand;
import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.CommandSource;
import org.childfile.cli.terminal.Shell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code childfile} itself. */
@Command(name = "childfile", version = "childfile 0.2.0")
final class RootCommand extends CommandBase {

    private static final List<String> VERSION = List.of("-V", "--version");

    private static final List<Class<? extends CommandBase>> OWN = List.of(
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
            MigrateCommand.class,
            ComposeCommand.class);

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
        List<Class<? extends CommandBase>> all = all();
        List<Class<? extends CommandBase>> named = all.stream()
                .filter(command -> line.length > 0 && command.getSimpleName().equalsIgnoreCase(line[0] + "Command"))
                .toList();
        return named.isEmpty() ? all : named;
    }

    /** In the order in which help names them. */
    private static List<Class<? extends CommandBase>> all() {
        List<CommandSource> sources = ServiceLoader.load(CommandSource.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return Stream.of(
                        sources.stream().flatMap(source -> source.first().stream()),
                        OWN.stream(),
                        sources.stream().flatMap(source -> source.last().stream()))
                .<Class<? extends CommandBase>>flatMap(commands -> commands)
                .toList();
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), text("error.no-command"));
    }
}
