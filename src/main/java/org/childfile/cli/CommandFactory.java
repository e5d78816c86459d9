package org.childfile.cli;

import picocli.CommandLine;

/** Makes commands, each with the shell that it works in. */
final class CommandFactory implements CommandLine.IFactory {

    private final Shell shell;

    CommandFactory(Shell shell) {
        this.shell = shell;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        return CommandBase.class.isAssignableFrom(type)
                ? type.getDeclaredConstructor(Shell.class).newInstance(shell)
                : CommandLine.defaultFactory().create(type);
    }
}
