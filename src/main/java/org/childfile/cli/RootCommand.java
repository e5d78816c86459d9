package org.childfile.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code childfile} itself. */
@Command(
        name = "childfile",
        version = "childfile 0.1.0",
        subcommands = {
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
            BenchCommand.class
        })
final class RootCommand extends CommandBase {

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    RootCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), text("error.no-command"));
    }
}
