package org.childfile.cli.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.childfile.cli.main.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What would make a token by which nobody can be seen, or that would live too long, is told before one is made. */
class TokenCommandTest {

    @TempDir
    private Path home = Path.of("");

    private String refusal(String... more) {
        String[] words = new String[more.length + 1];
        words[0] = "token";
        System.arraycopy(more, 0, words, 1, more.length);
        CommandRun run = CommandRun.of(Map.of("CHILDFILE_HOME", home.toString(), "CHILDFILE_LANG", "en"), words);
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        return run.err();
    }

    @Test
    void aRoleOfDivisionsNeedsOne() {
        assertThat(refusal("--role", "district", "--purpose", "care"))
                .isEqualTo("Error: the role district sees the children of its divisions, so say which:"
                        + " --division 500112, or --division \"\" for the whole city\n");
    }

    @Test
    void aRoleOfListedChildrenNeedsThem() {
        assertThat(refusal("--role", "caring-mother", "--purpose", "care", "--division", "500112"))
                .isEqualTo(
                        "Error: the role caring-mother sees only children that are listed, so list them: --child C…\n");
    }

    @Test
    void anUnknownRoleOrPurposeIsToldWithWhatThereIs() {
        assertThat(refusal("--role", "distrct", "--purpose", "care", "--division", "500112"))
                .startsWith("Error: --role: there is no role distrct")
                .contains("district", "(mappings/rights.yaml)");
        assertThat(refusal("--role", "township", "--purpose", "care,audit", "--division", "500112"))
                .isEqualTo("Error: --purpose: audit is none of the role township; it may have care, wake-up, statistics"
                        + " (mappings/rights.yaml)\n");
        assertThat(refusal("--purpose", "care")).startsWith("Error: --role is missing; there are caring-mother, ");
        assertThat(refusal("--role", "city", "--division", "")).startsWith("Error: --purpose is missing; ");
    }

    @Test
    void noTokenLivesLongerThanAnHour() {
        for (String life : new String[] {"61m", "2h", "3601s", "0m", "1d", "forever"}) {
            assertThat(refusal("--role", "city", "--purpose", "care", "--division", "", "--ttl", life))
                    .isEqualTo("Error: --ttl: found " + life + "; allowed are 1s to 60m, such as 15m\n");
        }
    }
}
