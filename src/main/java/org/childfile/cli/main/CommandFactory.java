package org.childfile.cli.main;

import java.lang.reflect.Constructor;
import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.Shell;
import picocli.CommandLine;

/** Makes commands, each with the shell that it works in. */
final class CommandFactory implements CommandLine.IFactory {

    private final Shell shell;

    CommandFactory(Shell shell) {
        this.shell = shell;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (!CommandBase.class.isAssignableFrom(type)) {
            return CommandLine.defaultFactory().create(type);
        }
        Constructor<K> constructor = type.getDeclaredConstructor(Shell.class);
        // Commands are seen by their own package alone.
        constructor.setAccessible(true);
        return constructor.newInstance(shell);
    }
}
