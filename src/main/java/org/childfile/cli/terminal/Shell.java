package org.childfile.cli.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.childfile.access.audit.OperatorIdentity;
import org.childfile.files.identity.LinkageModels;
import org.childfile.jobs.Workspace;
import org.childfile.settings.InvalidSettings;
import org.childfile.settings.Problem;
import org.childfile.settings.Problems;
import org.childfile.settings.Suggestion;
import org.childfile.storage.PrivateFiles;
import org.jspecify.annotations.Nullable;

/**
 * What every command has: where to read and write, the environment, and the program's own folder.
 *
 * @param in what the user types; empty where nobody does
 * @param root the folder with connectors, mappings and sample feeds
 * @param operator who sits at it
 */
public record Shell(
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean terminal,
        Map<String, String> environment,
        Path root,
        OperatorIdentity operator) {

    /** A shell in which nobody types, of who runs this process. */
    public Shell(PrintStream out, PrintStream err, boolean terminal, Map<String, String> environment, Path root) {
        this(InputStream.nullInputStream(), out, err, terminal, environment, root, OperatorIdentity.ofThisProcess());
    }

    /** The same for a command that is carried out within another: in its own environment, and seen or not. */
    public Shell within(PrintStream out, PrintStream err, Map<String, String> environment) {
        return new Shell(InputStream.nullInputStream(), out, err, false, environment, root, operator);
    }

    /** The same with a home of its own, and nothing else of the environment. */
    public Shell at(Path home) {
        return new Shell(in, out, err, terminal, Map.of("CHILDFILE_HOME", home.toString()), root, operator);
    }

    public Messages messages() {
        return Messages.of(environment);
    }

    public Path home() {
        return Path.of(environment.getOrDefault("CHILDFILE_HOME", ".childfile"))
                .toAbsolutePath()
                .normalize();
    }

    /** Where libraries put what they need for a while: a folder of the home, made if it is missing. */
    public Path spool() {
        try {
            return PrivateFiles.folder(home().resolve("spool"));
        } catch (IOException e) {
            throw new UncheckedIOException(home() + " cannot be written to", e);
        }
    }

    public Workspace workspace(@Nullable Path connectors, @Nullable Path mappings) {
        return new Workspace(
                home(),
                directory(connectors, root.resolve("connectors")),
                directory(mappings, root.resolve("mappings")),
                environment);
    }

    /** The models by which records are linked. */
    public LinkageModels models() {
        Problems problems = new Problems();
        LinkageModels models = LinkageModels.read(workspace(null, null).mappings(), problems);
        problems.raise();
        return models;
    }

    /** A directory that must be there; a mistyped one is answered with its nearest neighbour. */
    public static Path directory(@Nullable Path given, Path fallback) {
        Path here = Path.of("").toAbsolutePath();
        Path path = given != null ? given : fallback.startsWith(here) ? here.relativize(fallback) : fallback;
        if (Files.isDirectory(path)) {
            return path;
        }
        Path parent = path.toAbsolutePath().getParent();
        String hint = "";
        if (parent != null && Files.isDirectory(parent)) {
            try (Stream<Path> siblings = Files.list(parent)) {
                List<String> names =
                        siblings.map(each -> each.getFileName().toString()).toList();
                hint = Suggestion.nearest(path.getFileName().toString(), names)
                        .map(near -> " Did you mean " + near + "?")
                        .orElse("");
            } catch (IOException e) {
                hint = "";
            }
        }
        throw new InvalidSettings(List.of(new Problem(path.toString(), 0, "is no directory." + hint)));
    }

    /** For a command that is usually done in seconds: a line every two of them. */
    public TerminalProgress quickProgress() {
        return new TerminalProgress(
                err, terminal, System::nanoTime, Duration.ofSeconds(2).toNanos());
    }

    public TerminalProgress progress() {
        return new TerminalProgress(err, terminal, System::nanoTime);
    }
}
