package org.childfile.lab.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.childfile.kernel.CitizenId;
import org.childfile.kernel.Sex;
import org.junit.jupiter.api.Test;

class IdNumbersTest {

    private static final LocalDate BORN = LocalDate.of(2018, 5, 4);

    @Test
    void fourHundredChildrenOfOneDayInOneDistrictGetDifferentValidNumbers() {
        IdNumbers ids = new IdNumbers(1);
        Set<String> given = new HashSet<>();
        for (int i = 0; i < 400; i++) {
            CitizenId id = new CitizenId(ids.next("500101", BORN, i % 2 == 0 ? Sex.MALE : Sex.FEMALE));
            assertThat(id.birthDate()).isEqualTo(BORN);
            assertThat(id.sex()).isEqualTo(i % 2 == 0 ? Sex.MALE : Sex.FEMALE);
            given.add(id.number());
        }

        assertThat(given).hasSize(400);
    }

    @Test
    void aNumberKeepsTheCodeThatTheDistrictHadThen() {
        assertThat(FormerCodes.at("500154", LocalDate.of(2018, 1, 1))).isEqualTo("500154");
        assertThat(FormerCodes.at("500154", LocalDate.of(2012, 1, 1))).isEqualTo("500234");
        assertThat(FormerCodes.at("500154", LocalDate.of(1988, 1, 1))).isEqualTo("512222");
        assertThat(FormerCodes.at("500241", LocalDate.of(1988, 1, 1))).isEqualTo("513522");
    }
}
