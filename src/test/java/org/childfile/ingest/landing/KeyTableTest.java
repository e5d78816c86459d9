package org.childfile.ingest.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyTableTest {

    @Test
    void aKeyKeepsTheNumberOfItsFirstComing() {
        KeyTable keys = new KeyTable();
        assertThat(keys.add("C1")).isZero();
        assertThat(keys.add("民政|7")).isEqualTo(1);
        assertThat(keys.add("")).isEqualTo(2);
        assertThat(keys.add("民政|7")).isEqualTo(1);
        assertThat(keys.size()).isEqualTo(3);
        assertThat(keys.key(1)).isEqualTo("民政|7");
        assertThat(keys.key(2)).isEmpty();
    }

    @Test
    void aHundredThousandKeysAreFoundAgain() {
        KeyTable keys = new KeyTable();
        Map<String, Integer> expected = new HashMap<>();
        for (int i = 0; i < 100_000; i++) {
            String key = Integer.toString(i * 7919 % 60_000, 36);
            assertThat(keys.add(key)).isEqualTo(expected.computeIfAbsent(key, each -> expected.size()));
        }
        assertThat(keys.size()).isEqualTo(60_000);
        expected.forEach((key, number) -> assertThat(keys.key(number)).isEqualTo(key));
    }
}
