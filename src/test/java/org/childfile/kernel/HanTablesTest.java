package org.childfile.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is written down so that ICU need not be asked is what it says. */
class HanTablesTest {

    @Test
    void readingsAreThoseOfIcu() {
        assertThat(Resources.lines(Readings.class, "han-readings.txt"))
                .isEqualTo(Readings.table(Resources.lines(Readings.class, "double-surnames.txt")));
    }

    @Test
    void simplifiedCharactersAreThoseOfIcu() {
        assertThat(Resources.lines(Readings.class, "han-simplified.txt")).isEqualTo(HanTable.table());
    }
}
