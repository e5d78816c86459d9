package org.childfile.cli.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What looks for leaks finds a planted one, however it is written. */
class IdentitiesTest {

    @Test
    void aPlantedNumberIsFoundInEveryForm() throws IOException {
        Identities identities = Identities.of(Path.of("sample-feeds"));
        String number = identities.any();
        byte[] bytes = ("{\"id\": \"" + number + "\"}").getBytes(StandardCharsets.UTF_8);

        assertThat(identities.size()).isGreaterThan(4000);
        assertThat(identities.in("key G" + number + "|2")).containsExactly(number);
        assertThat(identities.in("\\x0" + HexFormat.of().formatHex(bytes))).containsExactly(number);
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = new byte[shift + bytes.length];
            System.arraycopy(bytes, 0, shifted, shift, bytes.length);
            assertThat(identities.in(
                            "~" + Base64.getUrlEncoder().withoutPadding().encodeToString(shifted)))
                    .containsExactly(number);
        }
        assertThat(identities.in(number.substring(1) + " " + number.substring(0, 10)))
                .isEmpty();
    }
}
