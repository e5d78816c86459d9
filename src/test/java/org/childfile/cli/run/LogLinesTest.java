package org.childfile.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program's own log settings, asked for the line that they make of an event. */
class LogLinesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\n2026-11-21 04:00:00.000 INFO  Schedule - run 1: DONE",
                "x\r\nforged",
                "x\u001b[2Jy\u009b1m",
                "x\u0085y\u2028z\u2029",
                "x\u0000\u0007\b\u007f"
            })
    void aValueNeverMakesALineNorMovesACursor(String value) throws JoranException {
        String line = line("pulled {}: {}", value, "LANDED");

        assertThat(line).endsWith("\n").contains(": LANDED");
        assertThat(line.substring(0, line.length() - 1).codePoints())
                .noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
    }

    @ParameterizedTest
    @ValueSource(strings = {"张三: done, 20 records"})
    void anHonestLineStaysAsItIs(String value) throws JoranException {
        assertThat(line("pulled {}", value)).endsWith(" INFO  LogLinesTest - pulled " + value + "\n");
    }

    @Test
    void whoServesKeepsWhereAFailureCameFromAndNoneOfItsWords() throws JoranException {
        TraceConverter.keep(true);
        try {
            assertThat(line("it failed").lines())
                    .hasSizeGreaterThan(2)
                    .element(1)
                    .isEqualTo("    java.lang.IllegalStateException");
            assertThat(line("it failed"))
                    .contains("        at org.childfile.cli.run.LogLinesTest.line(LogLinesTest.java:")
                    .doesNotContain("forged");
        } finally {
            TraceConverter.keep(false);
        }
    }

    private static String line(String message, Object... values) throws JoranException {
        LoggerContext context = new LoggerContext();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        URL settings = Objects.requireNonNull(LogLinesTest.class.getResource("/logback.xml"));
        configurator.doConfigure(settings);
        ConsoleAppender<?> appender =
                (ConsoleAppender<?>) context.getLogger("ROOT").getAppender("stderr");
        LoggingEvent event = new LoggingEvent(
                "",
                context.getLogger(LogLinesTest.class),
                Level.INFO,
                message,
                new IllegalStateException("\nforged"),
                values);
        @SuppressWarnings("unchecked")
        byte[] line = ((ch.qos.logback.core.encoder.Encoder<Object>) appender.getEncoder()).encode(event);
        return new String(line, StandardCharsets.UTF_8);
    }
}
