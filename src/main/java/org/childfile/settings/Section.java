package org.childfile.settings;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A mapping of a YAML file whose values are asked for by key. Each question states what is allowed; what is missing,
 * malformed or was never asked for becomes a {@link Problem} with its line, and the question answers with its fallback
 * so that the reading goes on to the next mistake.
 *
 * <p>Over 250 lines: each kind of value is one short question, and all of them share the keys that were asked for.
 */
public final class Section {

    private static final Pattern DURATION = Pattern.compile("(\\d+)(ms|s|m|h|d)");
    private static final Pattern SIZE = Pattern.compile("(\\d+)(KB|MB|GB)");

    private final String file;
    private final int line;
    private final Problems problems;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final TreeSet<String> asked = new TreeSet<>();
    private final List<Section> children = new ArrayList<>();

    private Section(String file, @Nullable Node node, int line, Problems problems) {
        this.file = file;
        this.line = line;
        this.problems = problems;
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> {
                String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
                if (values.put(key, tuple.getValueNode()) != null) {
                    problems.add(file, lineOf(tuple.getKeyNode()), "the key " + key + " stands here twice");
                }
                lines.put(key, lineOf(tuple.getKeyNode()));
            });
        } else if (node != null) {
            problems.add(file, line, "expected a mapping (key: value) here");
        }
    }

    /** The whole of a file; an unreadable one is a problem and reads as empty. */
    public static Section read(Path path, Problems problems) {
        String file = path.toString();
        try {
            Optional<Node> node = new Compose(LoadSettings.builder()
                            .setLabel(file)
                            .setAllowDuplicateKeys(true)
                            .build())
                    .composeString(Files.readString(path));
            return new Section(file, node.orElse(null), 1, problems);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            problems.add(file, line, "not readable as YAML: " + e.getProblem());
        } catch (CharacterCodingException e) {
            problems.add(file, 0, "cannot be read: it is not UTF-8");
        } catch (NoSuchFileException e) {
            problems.add(file, 0, "cannot be read: there is no such file");
        } catch (IOException e) {
            problems.add(file, 0, "cannot be read: " + e.getMessage());
        }
        return new Section(file, null, 0, new Problems());
    }

    public String file() {
        return file;
    }

    public boolean has(String key) {
        asked.add(key);
        return values.containsKey(key);
    }

    /** The keys of this section as they stand; for sections whose keys are names. They count as asked for. */
    public Collection<String> keys() {
        asked.addAll(values.keySet());
        return List.copyOf(values.keySet());
    }

    public String text(String key) {
        return optionalText(key).orElseGet(() -> {
            missing(key);
            return "";
        });
    }

    public String text(String key, String fallback) {
        return optionalText(key).orElse(fallback);
    }

    public Optional<String> optionalText(String key) {
        Node node = take(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue());
        }
        problem(key, "expected one value");
        return Optional.empty();
    }

    public int integer(String key, int fallback, int least, int most) {
        return optionalText(key)
                .map(text -> {
                    try {
                        int value = Integer.parseInt(text.strip());
                        if (value >= least && value <= most) {
                            return value;
                        }
                    } catch (NumberFormatException e) {
                        // Told below, together with a number out of range.
                    }
                    problem(key, "found " + text + ", allowed is a whole number from " + least + " to " + most);
                    return fallback;
                })
                .orElse(fallback);
    }

    public boolean flag(String key, boolean fallback) {
        return optionalText(key)
                .map(text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> {
                        problem(key, "found " + text + ", allowed are true and false");
                        yield fallback;
                    }
                })
                .orElse(fallback);
    }

    public Duration duration(String key, Duration fallback) {
        return optionalText(key)
                .map(text -> {
                    Matcher matcher = DURATION.matcher(text);
                    if (!matcher.matches()) {
                        problem(key, "found " + text + ", allowed is a number with ms, s, m, h or d, such as 30s");
                        return fallback;
                    }
                    long number = Long.parseLong(matcher.group(1));
                    return switch (matcher.group(2)) {
                        case "ms" -> Duration.ofMillis(number);
                        case "s" -> Duration.ofSeconds(number);
                        case "m" -> Duration.ofMinutes(number);
                        case "h" -> Duration.ofHours(number);
                        default -> Duration.ofDays(number);
                    };
                })
                .orElse(fallback);
    }

    /** A number strictly between two others; absent is empty. */
    public Optional<Double> decimal(String key, double above, double below) {
        return optionalText(key).flatMap(text -> {
            try {
                double value = Double.parseDouble(text.strip());
                if (value > above && value < below) {
                    return Optional.of(value);
                }
            } catch (NumberFormatException e) {
                // Told below, together with a number out of range.
            }
            problem(key, "found " + text + ", allowed is a number between " + above + " and " + below);
            return Optional.empty();
        });
    }

    /** A size in bytes, written such as {@code 64MB}. */
    public long size(String key, long fallback) {
        return optionalText(key)
                .map(text -> {
                    Matcher matcher = SIZE.matcher(text);
                    if (!matcher.matches()) {
                        problem(key, "found " + text + ", allowed is a number with KB, MB or GB, such as 64MB");
                        return fallback;
                    }
                    int shift = switch (matcher.group(2)) {
                        case "KB" -> 10;
                        case "MB" -> 20;
                        default -> 30;
                    };
                    return Long.parseLong(matcher.group(1)) << shift;
                })
                .orElse(fallback);
    }

    /** One of an enum's constants, written in lower case with dashes. */
    public <E extends Enum<E>> E choice(String key, Class<E> type, @Nullable E fallback) {
        List<String> allowed =
                Arrays.stream(type.getEnumConstants()).map(Section::written).toList();
        Optional<String> text = optionalText(key);
        if (text.isEmpty() && fallback == null && !values.containsKey(key)) {
            missing(key);
        }
        for (E constant : type.getEnumConstants()) {
            if (text.isPresent() && written(constant).equals(text.get())) {
                return constant;
            }
        }
        text.ifPresent(found ->
                problem(key, "found " + found + hint(found, allowed) + ", allowed are " + String.join(", ", allowed)));
        return fallback == null ? type.getEnumConstants()[0] : fallback;
    }

    /** A list of texts; one text alone stands for a list of one; absent is empty. */
    public List<String> texts(String key) {
        return switch (take(key)) {
            case null -> List.of();
            case ScalarNode scalar -> List.of(scalar.getValue());
            case SequenceNode sequence ->
                sequence.getValue().stream()
                        .filter(ScalarNode.class::isInstance)
                        .map(node -> ((ScalarNode) node).getValue())
                        .toList();
            default -> {
                problem(key, "expected a list of texts");
                yield List.of();
            }
        };
    }

    /** A list of lists of texts; a text alone stands for a list of one; absent is empty. */
    public List<List<String>> textLists(String key) {
        List<List<String>> lists = new ArrayList<>();
        for (Node node : elements(key)) {
            List<String> texts = new ArrayList<>();
            for (Node text : node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node)) {
                if (text instanceof ScalarNode scalar) {
                    texts.add(scalar.getValue());
                } else {
                    problems.add(file, lineOf(text), key + ": expected a text here");
                }
            }
            lists.add(texts);
        }
        return lists;
    }

    /** A list of sections; a text alone stands for a section with only the short key; absent is empty. */
    public List<Section> sections(String key, String shortKey) {
        List<Section> sections = new ArrayList<>();
        for (Node node : elements(key)) {
            Section section = new Section(file, node instanceof ScalarNode ? null : node, lineOf(node), problems);
            if (node instanceof ScalarNode) {
                section.values.put(shortKey, node);
                section.lines.put(shortKey, lineOf(node));
            }
            children.add(section);
            sections.add(section);
        }
        return sections;
    }

    private List<Node> elements(String key) {
        return switch (take(key)) {
            case null -> List.of();
            case SequenceNode sequence -> sequence.getValue();
            default -> {
                problem(key, "expected a list");
                yield List.of();
            }
        };
    }

    /** The line at which a key stands, or the section itself where it does not. */
    public int line(String key) {
        return lines.getOrDefault(key, line);
    }

    /** The section under a key; absent reads as empty, its required values as missing. */
    public Section section(String key) {
        Node node = take(key);
        Section child = new Section(file, node, lines.getOrDefault(key, line), problems);
        children.add(child);
        return child;
    }

    /** Tells of a mistake at a key's line. */
    public void problem(String key, String message) {
        problems.add(file, lines.getOrDefault(key, line), key + ": " + message);
    }

    /** To be called when every question was asked: what is left over is unknown. */
    public void done() {
        for (String key : values.keySet()) {
            if (!asked.contains(key)) {
                problems.add(
                        file,
                        lines.getOrDefault(key, line),
                        "unknown key " + key + hint(key, asked) + "; known here are " + String.join(", ", asked));
            }
        }
        children.forEach(Section::done);
    }

    /** Why a word may be wrong: {@code " (did you mean …?)"} or nothing. */
    public static String hint(String word, Collection<String> allowed) {
        return Suggestion.nearest(word, allowed)
                .map(near -> " (did you mean " + near + "?)")
                .orElse("");
    }

    private @Nullable Node take(String key) {
        asked.add(key);
        return values.get(key);
    }

    private void missing(String key) {
        problems.add(file, line, "the key " + key + " is missing");
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
