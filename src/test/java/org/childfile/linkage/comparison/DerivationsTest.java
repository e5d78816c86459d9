package org.childfile.linkage.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerivationsTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # derivation,         value,               keys
            itself,               smith,               smith
            itself,               '',                  ''
            folded,               O'Brien Ｊ,          obrienj
            first 2,              smith,               sm
            first 2,              𠮷野家,              𠮷野
            first 9,              smith,               smith
            last 2,               smith,               th
            last 2,               a𠮷,                 a𠮷
            words,                'Anna-Maria, anna',  anna|maria
            words,                万州 high 1st,       万|州|high|1st
            sorted-words,         maria anna,          anna maria
            initials,             anna maria,          am
            sorted-characters,    小明张,              小张明
            ngrams 2,             banana,              ba|an|na
            ngrams 3,             ab,                  ab
            without-one,          abca,                abca|bca|aca|aba|abc
            without-one,          张?明,               张?明|?明|张明|张?
            without-one,          ab,                  ab
            email-local,          a.b@c.org,           a.b
            email-local,          a.b,                 ''
            email-domain,         a.b@c.org,           c.org
            email-domain,         a.b,                 ''
            double-metaphone,     smith,               SM0|XMT
            double-metaphone,     张明,                ''
            nysiis,               knight,              NAGT
            soundex,              Müller,              M460
            soundex,              ??,                  ''
            pinyin,               单雄信,              shan xiong xin
            pinyin,               张?明,               ''
            fuzzy-pinyin,         冯娜,                hon la
            surname,              欧阳娜娜,            欧阳
            surname,              ?小明,               ''
            given,                欧阳娜娜,            娜娜
            given,                张?明,               ''
            surname-pinyin,       单?信,               shan
            given-pinyin,         张单,                dan
            given-fuzzy-pinyin,   张娜,                la
            given-pinyin,         张,                  ''
            year,                 2015-03-07,          2015
            year,                 someday,             ''
            month,                2015-03-07,          03
            day,                  2015-03-07,          07
            year-month,           2015-03-07,          2015-03
            month-day,            2015-03-07,          03-07
            day-month-free,       2015-03-07,          2015-03-07
            day-month-free,       2015-07-03,          2015-03-07
            year-near,            2015-07-03,          2015|2016
            district,             500101001203,        500101
            township,             500101001203,        500101001
            township,             500101,              ''
            village,              500101001203,        500101001203
            address-district,     万州区龙驹镇,        500101
            address-township,     万州区太白街道,      500101017
            address-village,      万州区龙驹镇青龙村,  500101青龙村
            address-village,      万州区龙驹镇,        ''
            digits,               (023) 58-12,         0235812
            id-birth,             500101201503071234,  2015-03-07
            id-birth,             500101201513071234,  ''
            id-division,          500101201503071234,  500101
            """)
    void aValueGivesKeys(String derivation, String value, String keys) {
        assertThat(String.join("|", Derivations.find(derivation).orElseThrow().of(value)))
                .isEqualTo(keys);
    }
}
