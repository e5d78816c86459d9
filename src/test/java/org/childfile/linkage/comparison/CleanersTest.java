package org.childfile.linkage.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanersTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # cleaner,             cell,                        clean
            text,                  '  ＡＢ   c\t',              AB c
            text,                  '　',                        -
            lower,                 ' High  STREET ',            high street
            words,                 O'Brien-Müller/Straße,    obrien muller strasse
            words,                 ...,                         -
            words,                 Łódź Ørsted,                 lodz orsted
            words,                 김민수,                      김민수
            chinese-name,          ' 張 小明',                  张小明
            chinese-name,          张(hao)明,                   张?明
            chinese-name,          未命名,                      -
            chinese-name,          王红之子,                    -
            chinese-name,          李某,                        -
            chinese-name,          '',                          -
            name,                  'SMITH, John ',              smith john
            name,                  N/A,                         -
            name,                  Unknown,                     -
            name,                  test,                        -
            name,                  xxxx,                        -
            name,                  未命名,                      -
            name,                  Na,                          na
            name,                  José,                        jose
            email,                 ' A.B@C.ORG ',               a.b@c.org
            email,                 none,                        -
            email,                 ab.c.org,                    ab.c.org
            citizen-id,            11010519491231002x,          11010519491231002X
            citizen-id,            110105491231002,             11010519491231002X
            citizen-id,            110105194912310021,          -
            citizen-id,            '',                          -
            citizen-id-in-doubt,   110105194912310021,          110105194912310021
            citizen-id-in-doubt,   11010519491231002X,          -
            citizen-id-in-doubt,   1101051949,                  -
            citizen-id-in-doubt,   111111111111111111,          -
            citizen-id-as-given,   110105194912310021,          110105194912310021
            citizen-id-as-given,   11010519491231002x,          11010519491231002X
            date,                  20150307,                    2015-03-07
            date,                  2015年3月7日,                2015-03-07
            date,                  2015-02-30,                  -
            date,                  1900-01-01,                  -
            date,                  07/03/2015,                  -
            birth,                 2015年3月7日,                2015-03-07
            birth,                 11010519491231002X,          1949-12-31
            birth,                 110105194912310021,          -
            date-as-written,       19081309,                    1908-13-09
            date-as-written,       2015/2/30,                   2015-02-30
            date-as-written,       20150307,                    2015-03-07
            date-as-written,       00000000,                    -
            date-as-written,       1908,                        -
            date-dmy,              07/03/2015,                  2015-03-07
            date-dmy,              7.3.2015 00:00,              2015-03-07
            date-dmy,              07032015,                    2015-03-07
            date-dmy,              20150307,                    2015-03-07
            date-dmy,              31/02/2015,                  -
            date-mdy,              3/7/2015,                    2015-03-07
            date-mdy,              13/7/2015,                   -
            phone,                 +86 138-1234-5678,           13812345678
            phone,                 12345,                       -
            digits,                (02) 9999-0000,              0299990000
            digits,                0000,                        -
            digits,                none,                        -
            number,                '1,234.50',                  1234.5
            number,                -0.0,                        0
            number,                1e5,                         -
            number,                '12,34',                     -
            division,              500101001203,                500101001203
            division,              500101000000,                500101
            division,              500101001000,                500101001
            division,              50010,                       -
            division,              重庆市万州区太白街道,        500101017
            division,              万州区,                      500101
            division,              somewhere,                   -
            sex,                   男,                          1
            sex,                   F,                           2
            sex,                   0,                           -
            flag,                  是,                          1
            flag,                  No,                          0
            flag,                  perhaps,                     -
            """)
    void aCellBecomesAValueOrNoEvidence(String cleaner, String cell, String clean) {
        assertThat(Cleaners.find(cleaner).orElseThrow().clean(cell)).isEqualTo(clean);
    }
}
