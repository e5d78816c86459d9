package org.childfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The SQL of the program by the package that runs it: the files beside its classes, and the string constants of its classes that
 * are SQL or the name of a table.
 */
final class SqlTexts {

    private static final Path RESOURCES = Path.of("src", "main", "resources", "org", "childfile");
    private static final Path CLASSES = Path.of("src", "main", "java", "org", "childfile");
    private static final Pattern JAVA = Pattern.compile(
            "/\\*.*?\\*/|//[^\\n]*|\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"|'(?:[^'\\\\]|\\\\.)'",
            Pattern.DOTALL);
    /** A statement, or what is put on to one. */
    private static final Pattern STATEMENT = Pattern.compile(
            "^[\\s(]*(with|select|insert|update|delete|truncate|copy|lock|call|create|analyze|from|join|left join|where|and|union"
                    + "|using|exists|not exists)\\b");

    private static final Pattern NAME_ALONE = Pattern.compile("[a-z]+\\.[a-z_]+");
    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern TABLE = Pattern.compile("\\b([a-z]+\\.[a-z_]+)\\b(?!\\s*\\()");
    private static final Pattern WRITTEN = Pattern.compile(
            "\\b(?:insert into|update|delete from|truncate(?: table)?|merge into|copy)\\s+(?:only )?([a-z]+\\.[a-z_]+)\\b");
    private static final Pattern SESSION = Pattern.compile(
            "create (?:temporary|temp) table (?:if not exists )?(?!if not)([a-z_]+)\\s*(\\((?:[^()]|\\([^()]*\\))*\\))?");

    private final Map<String, List<String>> byPackage;

    private SqlTexts(Map<String, List<String>> byPackage) {
        this.byPackage = byPackage;
    }

    /** All of the program. */
    static SqlTexts ofTheProgram() {
        Map<String, List<String>> texts = new TreeMap<>();
        read(
                RESOURCES,
                ".sql",
                (of, text) -> texts.computeIfAbsent(of, name -> new ArrayList<>())
                        .add(COMMENT.matcher(text).replaceAll(" ")));
        read(
                CLASSES,
                ".java",
                (of, text) -> texts.computeIfAbsent(of, name -> new ArrayList<>())
                        .addAll(constants(text, !of.startsWith("cli."))));
        return new SqlTexts(texts);
    }

    /** Some texts of one package, for planted ones. */
    static SqlTexts of(String packageName, String... texts) {
        return new SqlTexts(Map.of(packageName, List.of(texts)));
    }

    /** The tables of some set that each package names. */
    Map<String, Set<String>> named(Set<String> tables) {
        return found(TABLE, tables);
    }

    /** The tables of some set that each package writes. */
    Map<String, Set<String>> written(Set<String> tables) {
        return found(WRITTEN, tables);
    }

    /** The tables of a session by name, each with its package and the columns that its statement lists; empty where a query makes it. */
    Map<String, String> sessionTables() {
        Map<String, String> made = new TreeMap<>();
        byPackage.forEach((of, texts) -> texts.forEach(text -> SESSION.matcher(text)
                .results()
                .forEach(table -> made.put(table.group(1), of + ": " + columns(table)))));
        return made;
    }

    /** The packages that name a table of a session. */
    Set<String> users(String sessionTable) {
        Pattern name =
                Pattern.compile("\\b(from|join|into|update|using|analyze|truncate)\\s+" + sessionTable + "\\b(?![.(])");
        Set<String> users = new TreeSet<>();
        byPackage.forEach((of, texts) -> {
            if (texts.stream().anyMatch(text -> name.matcher(text).find() && !text.contains(sessionTable + " as "))) {
                users.add(of);
            }
        });
        return users;
    }

    private static String columns(MatchResult table) {
        return table.group(2) == null
                ? ""
                : table.group(2).replaceAll("\\s+", " ").replaceAll("^\\( ?| ?\\)$", "");
    }

    private Map<String, Set<String>> found(Pattern pattern, Set<String> tables) {
        Map<String, Set<String>> found = new TreeMap<>();
        byPackage.forEach((of, texts) -> texts.forEach(text -> pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .filter(tables::contains)
                .forEach(table ->
                        found.computeIfAbsent(table, name -> new TreeSet<>()).add(of))));
        return found;
    }

    /** @param names whether a name by itself is that of a table; in a door, which holds no SQL, it is one of a message */
    private static List<String> constants(String source, boolean names) {
        List<String> constants = new ArrayList<>();
        Matcher matcher = JAVA.matcher(source);
        while (matcher.find()) {
            String text = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            if (text != null
                    && (STATEMENT.matcher(text).find()
                            || names && NAME_ALONE.matcher(text).matches())) {
                // A class that copies rows names the table alone.
                boolean copied = source.contains("CopyWriter")
                        && NAME_ALONE.matcher(text).matches();
                constants.add((copied ? "copy " : "") + COMMENT.matcher(text).replaceAll(" "));
            }
        }
        return constants;
    }

    private interface Reader {
        void read(String packageName, String text);
    }

    private static void read(Path root, String ending, Reader reader) {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(
                            each -> each.toString().endsWith(ending) && !each.endsWith("package-info.java"))
                    .sorted()
                    .toList()) {
                reader.read(root.relativize(file.getParent()).toString().replace('/', '.'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
