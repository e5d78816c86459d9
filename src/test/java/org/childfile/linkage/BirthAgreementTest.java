package org.childfile.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BirthAgreementTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            2015-03-07, 2015-03-07, EXACT
            2015-03-07, 2015-07-03, ONE_MISTAKE
            2015-03-07, 2015-01-01, ONE_MISTAKE
            2015-03-07, 2015-03-17, ONE_MISTAKE
            2015-03-07, 2015-08-07, ONE_MISTAKE
            2015-03-07, 2014-03-07, ONE_MISTAKE
            2015-03-07, 2013-03-07, DIFFERENT
            2015-03-07, 2015-04-08, DIFFERENT
            2015-03-07, 2016-01-01, DIFFERENT
            2015-02-19, 2015-01-01, ONE_MISTAKE
            2015-03-07, 2015-01-17, ONE_MISTAKE
            2015-03-07, 2015-01-18, DIFFERENT
            2016-02-07, 2015-12-29, ONE_MISTAKE
            2016-02-07, 2015-12-28, DIFFERENT
            2015-03-07,           , UNKNOWN
                      ,           , UNKNOWN
            """)
    void twoDatesAgreeSoFar(@Nullable LocalDate a, @Nullable LocalDate b, BirthAgreement agreement) {
        assertThat(BirthAgreement.of(a, b)).isEqualTo(agreement);
        assertThat(BirthAgreement.of(b, a)).isEqualTo(agreement);
    }
}
