package org.childfile.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.childfile.ingest.format.Unusable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordMapperTest {

    /** Feed, field, its text, attribute, and what came out: value, raw text and doubt. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            civil-affairs   ; xm       ; ` 欧阳 娜娜 `            ; name          ; `欧阳娜娜 |  欧阳 娜娜  | -`
            civil-affairs   ; xm       ; `阿依古丽.买买提`        ; name          ; `阿依古丽·买买提 | 阿依古丽.买买提 | -`
            civil-affairs   ; xm       ; `ＡＢ`                  ; name          ; `AB | ＡＢ | -`
            public-security ; CYM      ; `无`                    ; former_name   ; `- | 无 | PLACEHOLDER`
            civil-affairs   ; sfzh     ; `11010119900307803x`    ; id_number     ; `11010119900307803X | 11010119900307803x | -`
            volunteers      ; 身份证号  ; `610104620927690`       ; id_number     ; `610104196209276908 | 610104620927690 | -`
            civil-affairs   ; sfzh     ; `110101199003078031`    ; id_number     ; `110101199003078031 | - | CHECK`
            civil-affairs   ; csrq     ; `2015-03-07`            ; birth_date    ; `2015-03-07 | - | -`
            education       ; 出生日期  ; `20150307`              ; birth_date    ; `2015-03-07 | 20150307 | -`
            education       ; 出生日期  ; `42070`                 ; birth_date    ; `2015-03-07 | 42070 | -`
            political-legal ; 儿童出生日期 ; `2015年3月7日`        ; birth_date    ; `2015-03-07 | 2015年3月7日 | -`
            political-legal ; 儿童出生日期 ; `2015.03.07`          ; birth_date    ; `2015-03-07 | 2015.03.07 | -`
            civil-affairs   ; xm       ; `王𬭼`                  ; name          ; `王𬭼 | - | -`
            civil-affairs   ; xm       ; `王？`                  ; name          ; `王？ | - | LOST_CHARACTER`
            civil-affairs   ; xm       ; `王\uE81E`             ; name          ; `王龴 | 王\uE81E | -`
            civil-affairs   ; sfzh     ; `500112201106120`       ; id_number     ; `500112201106120 | - | CUT`
            civil-affairs   ; sfzh     ; `500112850612001`       ; id_number     ; `500112850612001 | - | CUT`
            civil-affairs   ; csrq     ; `2026-11-23`            ; birth_date    ; `2026-11-23 | - | NOT_BORN_YET`
            civil-affairs   ; csrq     ; `2026-11-22`            ; birth_date    ; `2026-11-22 | - | -`
            civil-affairs   ; csrq     ; `1988-05-05`            ; birth_date    ; `1988-05-05 | - | GROWN_UP`
            civil-affairs   ; csrq     ; `2015-03`               ; birth_date    ; `2015-03 | - | MONTH_ALONE`
            civil-affairs   ; rdrq     ; `2015年3月`             ; recognised_on ; `2015-03 | 2015年3月 | MONTH_ALONE`
            civil-affairs   ; csrq     ; `2015-02-30`            ; birth_date    ; `BAD_DATE csrq 2015-02-30`
            civil-affairs   ; rdrq     ; `2015-02-30`            ; recognised_on ; `- | 2015-02-30 | BAD_DATE`
            volunteers      ; 出生日期  ; `不详`                  ; birth_date    ; `- | 不详 | BAD_DATE`
            volunteers      ; 可结对数  ; `两个`                  ; capacity      ; `- | 两个 | BAD_NUMBER`
            volunteers      ; 可结对数  ; `２`                    ; capacity      ; `2 | ２ | -`
            civil-affairs   ; jhrdh    ; `+86 138-0000-0000`     ; guardian_phone ; `13800000000 | +86 138-0000-0000 | -`
            civil-affairs   ; jhrdh    ; `电话不详`               ; guardian_phone ; `- | 电话不详 | FORM`
            education       ; 性别      ; `女`                    ; sex           ; `2 | 女 | -`
            education       ; 性别      ; `未知`                  ; sex           ; `- | 未知 | UNKNOWN_CODE`
            health          ; gender   ; `unknown`               ; sex           ; `0 | unknown | -`
            education       ; 民族      ; `土家族`                ; ethnic_group  ; `15 | 土家族 | -`
            education       ; 监护人1关系 ; `外祖母`              ; guardian_kinship ; `64 | 外祖母 | -`
            education       ; 学校标识码 ; `0500240213`          ; school_code   ; `0500240213 | - | -`
            education       ; 学校标识码 ; `500240213`           ; school_code   ; `- | 500240213 | DIGITS_LOST`
            education       ; 学校标识码 ; `５００２４０２１３`    ; school_code   ; `- | ５００２４０２１３ | DIGITS_LOST`
            education       ; 就读方式  ; `住校`                  ; boarding      ; `true | 住校 | -`
            education       ; 就读方式  ; `借宿`                  ; boarding      ; `false | 借宿 | -`
            education       ; 是否孤儿  ; `是`                    ; orphan        ; `true | 是 | -`
            education       ; 入学年月  ; `202109`                ; enrolled_in   ; `2021-09 | 202109 | -`
            civil-affairs   ; kjlx     ; `["11","99","31"]`      ; kinds         ; `["11","31"] | 99 | UNKNOWN_CODE`
            civil-affairs   ; kjlx     ; `"21"`                  ; kinds         ; `- | "21" | UNKNOWN_CODE`
            volunteers      ; 特长      ; `护理、心理，教育`       ; skills        ; `["护理","心理","教育"] | - | -`
            volunteers      ; 培训记录  ; `2025-06-12:心理疏导;`   ; training      ; `["2025-06-12:心理疏导"] | - | -`
            volunteers      ; 在岗状态  ; `离任`                  ; in_post       ; `false | 离任 | -`
            health          ; diagnoses ; `[{"icd10":"G80.9"},{"icd10":"F84.0","name":"x"}]` ; diagnoses ; `["G80.9","F84.0"] | - | -`
            health          ; mother   ; `{"name":"李芳","phone":"13800000000"}` ; mother_phone ; `13800000000 | - | -`
            health          ; mother   ; `null`                  ; mother_name   ; `- | - | -`
            health          ; birthCertNo ; `a 123456789`        ; birth_certificate ; `A123456789 | a 123456789 | -`
            health          ; birthCertNo ; `A12345`             ; birth_certificate ; `A12345 | - | FORM`
            civil-affairs   ; hjdqh    ; `5001`                  ; registered_division ; `- | 5001 | FORM`
            medical-insurance ; subsidised ; `true`              ; subsidised    ; `true | - | -`
            """)
    void aTextBecomesAValue(String feed, String field, String text, String attribute, String outcome) {
        assertThat(Standard.attribute(feed, attribute, Map.of(field, text))).isEqualTo(outcome);
    }

    @Test
    void anAddressIsTakenApart() {
        assertThat(Standard.attribute("health", "residence_place", Map.of("address", "{\"text\":\"重庆市万州区分水镇三正村2组\"}")))
                .isEqualTo("{\"district\":\"500101\",\"township\":\"500101144\",\"village\":\"三正村\",\"group\":\"2\"}"
                        + " | - | -");
    }

    @Test
    void theRollNumberHoldsTheIdNumberWhereItsOwnFieldIsEmptyOrEaten() {
        String roll = "G11010119900307803X";

        assertThat(Standard.attribute("education", "id_number", Map.of("学籍号", roll)))
                .isEqualTo("11010119900307803X | " + roll + " | -");
        assertThat(Standard.attribute("education", "id_number", Map.of("学籍号", roll, "身份证件号", "1.10101E+17")))
                .isEqualTo("11010119900307803X | " + roll + " | -");
        assertThat(Standard.attribute("education", "id_number", Map.of("学籍号", "L11010119900307803X", "身份证件号", " ")))
                .startsWith("11010119900307803X | ");
        assertThat(Standard.attribute("education", "id_number", Map.of("学籍号", "J11010119900307803")))
                .isEqualTo("- | - | -");
    }

    @Test
    void aGuardianIsAParentWhenTheKinshipSaysSo() {
        Map<String, String> father = Map.of("jhrxm", "张伟", "jhrgx", "51");

        assertThat(Standard.attribute("civil-affairs", "father_name", father)).isEqualTo("张伟 | - | -");
        assertThat(Standard.attribute("civil-affairs", "mother_name", father)).isEqualTo("- | - | -");
        assertThat(Standard.attribute("civil-affairs", "father_name", Map.of("jhrxm", "张伟")))
                .isEqualTo("- | - | -");
    }

    @Test
    void aChildIsOnTheRosterUntilItHasLeftIt() {
        assertThat(Standard.attribute("civil-affairs", "on_roster", Map.of())).isEqualTo("true | - | -");
        assertThat(Standard.attribute("civil-affairs", "on_roster", Map.of("tcrq", " ")))
                .isEqualTo("true | - | -");
        assertThat(Standard.attribute("civil-affairs", "on_roster", Map.of("tcrq", "2026-01-02")))
                .isEqualTo("- | - | -");
    }

    @Test
    void aRecordThatCannotBeUsedIsSetAsideWithItsReason() {
        assertThat(Standard.attribute("civil-affairs", "name", Map.of("xm", " ")))
                .isEqualTo("MISSING_VALUE xm ");
        assertThat(Standard.attribute("civil-affairs", "name", Map.of("kjlx", "[]")))
                .isEqualTo("MISSING_VALUE kjlx ");
        assertThat(Standard.attribute("civil-affairs", "name", Map.of("xm", "{\"first\":\"三\"}")))
                .isEqualTo("WRONG_TYPE xm {\"first\":\"三\"}");
        assertThat(Standard.attribute("civil-affairs", "name", Map.of("jzdz", "a\0b")))
                .isEqualTo("FORBIDDEN_CHARACTER jzdz a␀b");
        assertThat(Standard.attribute("civil-affairs", "name", Map.of("jzdz", "长".repeat(20_000))))
                .isEqualTo("TOO_LONG jzdz " + "长".repeat(200));
        assertThat(Standard.attribute("public-security", "name", Map.of("XM", "<b>张三</b>")))
                .startsWith("MALFORMED  <person op=\"U\">");
    }

    @Test
    void whatIsNotInTheContractDoesNoHarm() {
        assertThat(Standard.attribute("civil-affairs", "name", Map.of("xm", "张三", "new", "{\"a\":[1]}")))
                .isEqualTo("张三 | - | -");
    }

    @Test
    void theReasonsOfTheQuarantineAreStable() {
        assertThat(Unusable.Reason.values())
                .extracting(Enum::name)
                .containsExactly(
                        "MISSING_KEY",
                        "MISSING_VALUE",
                        "WRONG_TYPE",
                        "BAD_DATE",
                        "BAD_NUMBER",
                        "BAD_CODE",
                        "BAD_ENCODING",
                        "FORBIDDEN_CHARACTER",
                        "TOO_LONG",
                        "MALFORMED",
                        "ERROR_CELL",
                        "DUPLICATE_KEY");
    }
}
