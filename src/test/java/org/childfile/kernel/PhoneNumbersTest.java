package org.childfile.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13812345678",
                "138 1234 5678",
                "138-1234-5678",
                "１３８１２３４５６７８",
                "+8613812345678",
                "+86 138-1234-5678",
                "(+86)13812345678",
                "0086 13812345678",
                "8613812345678",
                "86-13812345678",
                "013812345678",
                "13812345678.0",
                "'13812345678",
                "13812345678/13987654321",
                "12345、13812345678"
            })
    void aMobileNumberIsElevenDigits(String raw) {
        assertThat(PhoneNumbers.normalise(raw)).contains("13812345678");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            023-58123456,     02358123456
            (023)58123456,    02358123456
            （023）5812 3456, 02358123456
            02358123456,      02358123456
            +86 23 58123456,  02358123456
            +86-023-58123456, 02358123456
            2358123456,       02358123456
            010-62345678,     01062345678
            0830-2234567,     08302234567
            0755-82345678,    075582345678
            """)
    void aLandLineIsAreaCodeAndNumber(String raw, String normal) {
        assertThat(PhoneNumbers.normalise(raw)).contains(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "无",
                "-",
                "58123456",
                "12345678901",
                "1381234567",
                "138123456789",
                "023-5812345",
                "023-18123456",
                "0000-1234567",
                "00000000000",
                "1.38123E+10",
                "13812345678转8001",
                "abc",
                "110"
            })
    void whatIsNoNumberIsEmpty(String raw) {
        assertThat(PhoneNumbers.normalise(raw)).isEmpty();
    }

    @Test
    void mobilesAndLandLinesAreToldApart() {
        assertThat(PhoneNumbers.mobile("13812345678")).isTrue();
        assertThat(PhoneNumbers.mobile("02358123456")).isFalse();
        assertThat(PhoneNumbers.mobile("")).isFalse();
    }
}
