package org.childfile.access.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutrankedTest {

    @Test
    void silenceAndAPartOfAListSayNothingElse() {
        assertThat(Outranked.says(null, "章三")).isFalse();
        assertThat(Outranked.says("章三", "章三")).isFalse();
        assertThat(Outranked.says("张三", "章三")).isTrue();
        assertThat(Outranked.says(true, false)).isTrue();
        assertThat(Outranked.says(List.of("31"), List.of("31", "32"))).isFalse();
        assertThat(Outranked.says(List.of("31", "33"), List.of("31", "32"))).isTrue();
    }
}
