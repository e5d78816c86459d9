package org.childfile.linkage.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberRelationsTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # relation,          one,                 other,               holds
            one-digit,           500101201503071234,  500101201503071235,  true
            one-digit,           500101201503071234,  500101201503071245,  false
            one-digit,           500101201503071234,  50010120150307123,   false
            one-digit,           500101201503071234,  500101201503071234,  false
            neighbours-swapped,  500101201503071234,  500101201503071324,  true
            neighbours-swapped,  500101201503071234,  500101201503074231,  false
            neighbours-swapped,  500101201503071234,  500101201503071234,  false
            one-digit-or-swap,   13812345678,         13812345687,         true
            one-digit-or-swap,   13812345678,         13812345679,         true
            one-digit-or-swap,   13812345678,         1381234567,          false
            near,                13812345678,         1381234567,          true
            near,                13812345678,         138123456678,        true
            near,                13812345678,         138 1234 5687,       true
            near,                13812345678,         13812345,            false
            near,                13812345678,         13812345678,         false
            same-but-check,      50010120150307123X,  500101201503071234,  true
            same-but-check,      500101201503071224,  500101201503071234,  false
            short-form,          500101150307123,     500101201503071234,  true
            short-form,          500101150307123,     500101191503071234,  true
            short-form,          500101150307123,     500101201503071244,  false
            eaten-tail,          500101201503071000,  500101201503071234,  true
            eaten-tail,          500101201503071000,  500101201503072234,  false
            eaten-tail,          500101201503071001,  500101201503071234,  false
            same-tail 8,         02358123456,         58123456,            true
            same-tail 8,         58123456,            58123457,            false
            same-tail 8,         8123456,             8123456,             false
            same-village,        500101001203,        500101001203,        true
            same-village,        500101001,           500101001,           false
            same-township,       500101001203,        500101001,           true
            same-township,       500101001203,        500101,              false
            same-district,       500101001203,        500101,              true
            same-district,       500101001203,        500102,              false
            same-prefecture,     500101,              500112,              true
            same-prefecture,     500101,              500230,              false
            within 5,            10,                  15,                  true
            within 5,            10,                  15.5,                false
            within 0.1,          0.2,                 0.3,                 true
            within 5,            -2,                  3,                   true
            within 5,            ten,                 ten,                 false
            within-percent 10,   90,                  100,                 true
            within-percent 10,   89,                  100,                 false
            within-percent 10,   0,                   0,                   true
            """)
    void numbersAgree(String relation, String one, String other, boolean holds) {
        assertThat(Holding.holds(relation, one, other)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # relation,        one,                              other,                      holds
            address-district,  重庆市万州区龙驹镇青龙村3组,      万州区太白街道,             true
            address-district,  重庆市万州区龙驹镇,               涪陵区,                     false
            address-district,  青龙村3组,                        青龙村3组,                  false
            address-township,  重庆市万州区龙驹镇青龙村3组,      万州龙驹镇,                 true
            address-township,  万州区龙驹镇,                     万州区太白街道,             false
            address-village,   重庆市万州区龙驹镇青龙村3组,      万州龙驹青龙村民委员会,     true
            address-village,   重庆市万州区龙驹镇青龙村3组,      青龙村,                     true
            address-village,   万州区龙驹镇青龙村,               涪陵区青龙村,               false
            address-group,     万州区龙驹镇青龙村三组,           青龙村3社12号,              true
            address-group,     万州区龙驹镇青龙村三组,           青龙村4社,                  false
            address-house,     万州区龙驹镇青龙村3组12号,        龙驹镇青龙村12号,           true
            address-house,     万州区龙驹镇青龙村3组12号,        龙驹镇青龙村13号,           false
            address-house,     12号,                             12号,                       false
            """)
    void addressesAgreeByTheirParts(String relation, String one, String other, boolean holds) {
        assertThat(Holding.holds(relation, one, other)).isEqualTo(holds);
    }
}
