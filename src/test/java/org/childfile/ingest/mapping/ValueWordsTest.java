package org.childfile.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.childfile.kernel.EthnicGroups;
import org.childfile.kernel.Kinships;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    sex                 | 2                  | 女                    | female
                    ethnic_group        | 15                 | 土家族                | Tujia
                    guardian_kinship    | 51                 | 父亲                  | father
                    kinds               | ["21","31"]        | 贫困家庭、残疾        | poor family, disability
                    kinds               | []                 | 无                    | none
                    diagnoses           | ["K02.9"]          | K02.9                 | K02.9
                    on_roster           | true               | 是                    | yes
                    boarding            | false              | 否                    | no
                    residence_division  | 500117116203       | 合川区小沔镇          | 合川区小沔镇
                    insurance_division  | 500117             | 合川区                | 合川区
                    insurance_state     | insured            | 参保                  | insured
                    enrolment_state     | 在校               | 在校                  | at school
                    disability_grade    | 1                  | 一级（最重）          | grade 1 (most severe)
                    birth_date          | 2019-01-02         | 2019-01-02            | 2019-01-02
                    residence_division  | 999999             | 999999                | 999999
                    sex                 | ***                | ***                   | ***
                    kinds               | ***                | ***                   | ***
                    """)
    void aValueStandsInWords(String attribute, String value, String chinese, String english) {
        assertThat(ValueWords.plain(Locale.CHINESE).of(attribute(attribute), value))
                .isEqualTo(chinese);
        assertThat(ValueWords.plain(Locale.ENGLISH).of(attribute(attribute), value))
                .isEqualTo(english);
    }

    @Test
    void anExpertReadsTheCodeBehindItsWord() {
        assertThat(ValueWords.withCodes(Locale.CHINESE).of(attribute("sex"), "2"))
                .isEqualTo("女（2）");
        assertThat(ValueWords.withCodes(Locale.ENGLISH).of(attribute("kinds"), "[\"21\",\"31\"]"))
                .isEqualTo("poor family (21), disability (31)");
        assertThat(ValueWords.withCodes(Locale.CHINESE).of(attribute("enrolment_state"), "在校"))
                .isEqualTo("在校");
        assertThat(ValueWords.withCodes(Locale.CHINESE).of(attribute("insurance_state"), "insured"))
                .isEqualTo("参保");
    }

    @Test
    void everyListIsUsedAndEveryListThatIsNamedExists() {
        Set<String> named = new TreeSet<>();
        for (Population population : Population.values()) {
            AttributeCatalogue.of(population).all().forEach(attribute -> named.add(attribute.codes()));
        }
        named.remove("");
        named.remove(CodeList.DIVISION);

        assertThat(named).containsExactlyInAnyOrderElementsOf(CodeList.names());
    }

    @Test
    void theWordsAreThoseByWhichMappingsKnowTheCodes() {
        assertThat(CodeList.codes("ethnic-group"))
                .hasSize(56)
                .allSatisfy(code -> assertThat(CodeList.word("ethnic-group", code, Locale.CHINESE))
                        .isEqualTo(EthnicGroups.name(code)));
        assertThat(CodeList.codes("kinship"))
                .isNotEmpty()
                .allSatisfy(code -> assertThat(CodeList.word("kinship", code, Locale.CHINESE))
                        .isEqualTo(Kinships.chinese(code)));
    }

    private static AttributeCatalogue.Attribute attribute(String name) {
        return AttributeCatalogue.of(Population.CHILD).find(name).orElseThrow();
    }
}
