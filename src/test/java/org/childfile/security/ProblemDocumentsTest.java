package org.childfile.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProblemDocumentsTest {

    @ParameterizedTest
    @EnumSource
    void everyRefusalHasItsTextsInBothLanguages(Refusal refusal) {
        Refused refused = new Refused(refusal, "first", "second");
        JsonNode chinese = JsonMapper.shared().readTree(ProblemDocuments.document(refused, Locale.CHINESE));
        JsonNode english = JsonMapper.shared().readTree(ProblemDocuments.document(refused, Locale.ENGLISH));

        assertThat(chinese.get("type").stringValue()).isEqualTo("urn:childfile:problem:" + refusal.code());
        assertThat(chinese.get("title")).isNotEqualTo(english.get("title"));
        assertThat(chinese.get("detail").stringValue()).isNotBlank().doesNotContain("{");
        assertThat(english.get("detail").stringValue()).isNotBlank().doesNotContain("{");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            none | zh
            '' | zh
            en | en
            en-US,zh;q=0.5 | en
            zh-CN,en;q=0.9 | zh
            fr | zh
            fr,en;q=0.1 | en
            en;q=0 | zh
            ;;; | zh
            *;q=x | zh
            """)
    void chineseIsSpokenUnlessEnglishIsPreferred(String accepted, String language) {
        assertThat(ProblemDocuments.language(accepted).getLanguage()).isEqualTo(language);
    }

    @Test
    void aTextIsCompletedAndHoldsNothingThatWasSent() {
        assertThat(ProblemDocuments.document(
                        new Refused(Refusal.INVALID_PARAMETER, "limit", "1 – 200"), Locale.ENGLISH))
                .isEqualTo("{\"type\":\"urn:childfile:problem:invalid-parameter\","
                        + "\"title\":\"A parameter is not as it should be\",\"status\":400,"
                        + "\"detail\":\"Parameter limit: 1 – 200\",\"code\":\"invalid-parameter\"}");
    }
}
