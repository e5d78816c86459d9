package org.childfile.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.childfile.ingest.connector.PullFailed;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Set<String> ZH = keys(Locale.CHINESE);
    private static final Set<String> EN = keys(Locale.ENGLISH);

    @Test
    void bothLanguagesHaveTheSameMessages() {
        assertThat(ZH).isEqualTo(EN);
    }

    @Test
    void bothLanguagesTakeTheSameArguments() {
        assertThat(EN)
                .allSatisfy(key ->
                        assertThat(arguments(Locale.CHINESE, key)).as(key).isEqualTo(arguments(Locale.ENGLISH, key)));
    }

    @Test
    void everyMessageThatTheCodeAsksForIsThere() throws IOException {
        Pattern asked = Pattern.compile(
                "(?:text\\(|WrongUse\\.of\\(|Message\\.of\\(\\s*|descriptionKey = )\"([a-z][a-z0-9-]*\\.[a-z0-9.-]*[a-z0-9])\"");
        Set<String> missing = new TreeSet<>();
        for (String source : sources()) {
            Matcher matcher = asked.matcher(source);
            while (matcher.find()) {
                if (!EN.contains(matcher.group(1))) {
                    missing.add(matcher.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyReasonWhyAPullFailsHasItsMessageAndSaysHowToMendIt() {
        assertThat(EN)
                .containsAll(Stream.of(PullFailed.Reason.values())
                        .flatMap(reason -> Stream.of("reason." + reason.name(), "mend." + reason.name()))
                        .toList())
                .contains("reason.SHRUNK", "mend.SHRUNK")
                .contains("need.stale", "need.held", "need.failed", "need.outdated")
                .contains("pull.ok", "pull.stale", "pull.held", "pull.failed")
                .contains("run.running", "run.done", "run.attention", "run.failed");
    }

    /** A single apostrophe would hide what follows it from the message's arguments. */
    @Test
    void noMessageWithArgumentsHasASingleApostrophe() {
        for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(EN)
                    .filteredOn(key -> raw(locale, key).contains("{"))
                    .noneMatch(key -> raw(locale, key).replace("''", "").contains("'"));
        }
    }

    @Test
    void chineseIsSpokenUnlessTheEnvironmentAsksForEnglish() {
        assertThat(Messages.of(Map.of()).text("run.done")).isEqualTo("完成");
        assertThat(Messages.of(Map.of("CHILDFILE_LANG", "en")).text("run.done")).isEqualTo("done");
        assertThat(Messages.of(Map.of("CHILDFILE_LANG", "fr")).text("run.done")).isEqualTo("完成");
    }

    private static Set<String> keys(Locale locale) {
        return new TreeSet<>(Collections.list(Messages.in(locale).bundle().getKeys()));
    }

    private static String raw(Locale locale, String key) {
        return Messages.in(locale).bundle().getString(key);
    }

    private static int arguments(Locale locale, String key) {
        return raw(locale, key).contains("{")
                ? new MessageFormat(raw(locale, key), Locale.ROOT).getFormatsByArgumentIndex().length
                : 0;
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/childfile"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> {
                        try {
                            return Files.readString(file);
                        } catch (IOException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
        }
    }
}
