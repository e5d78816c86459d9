package org.childfile.access.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            张小明,           张*明
            张明,             张*
            张,               *
            欧阳小明,         欧**明
            阿依古丽·买买提,  阿***·***
            𬭎明,             𬭎*
            '',               ''
            """)
    void aNameShowsItsEndsAtMost(String name, String masked) {
        assertThat(Masking.name(name)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            500101201503070023, 500101**********23
            610104620927690,    610104*******90
            50010120150,        50*******50
            5001012,            *******
            '',                 ''
            """)
    void anIdNumberShowsItsDivisionAndItsEnd(String number, String masked) {
        assertThat(Masking.idNumber(number)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            13812345678,  138****5678
            02358123456,  023****3456
            075582345678, 075*****5678
            58123456,     ****3456
            5812345,      *******
            '',           ''
            """)
    void aPhoneNumberHidesItsMiddle(String number, String masked) {
        assertThat(Masking.phone(number)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"重庆市万州区龙驹镇, 重***", "a, a***", "𬭎明, 𬭎***", "'', ''"})
    void aTextShowsItsFirstCharacterAndNotItsLength(String text, String masked) {
        assertThat(Masking.text(text)).isEqualTo(masked);
    }
}
