package org.childfile.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.childfile.kernel.PersonName.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

    @Test
    void theTextOfTheFeedIsKept() {
        assertThat(PersonName.of(" 陳 小明 ")).isEqualTo(new PersonName(" 陳 小明 ", "陳小明", "陈小明", Standing.KNOWN));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # as given,          normal
            张小明,              张小明
            ' 张  小　明 ',      张小明
            張小龍,              张小龙
            劉葉,                刘叶
            陳後,                陈后
            乾隆,                乾隆
            於明,                于明
            鍾锺,                钟钟
            鋐𬭎,                鋐鋐
            Ｊｏｈｎ　 smith,    JOHN SMITH
            张Ａ明,              张A明
            J. Smith,            J SMITH
            Jean-Paul,           JEAN-PAUL
            O'Brien,             O'BRIEN
            '''张明',            张明
            “张明”,              张明
            """)
    void blanksWidthsAndTraditionalFormsDoNotMatter(String raw, String normal) {
        assertThat(PersonName.of(raw).normal()).isEqualTo(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "阿依古丽·买买提",
                "阿依古丽•买买提",
                "阿依古丽‧买买提",
                "阿依古丽・买买提",
                "阿依古丽･买买提",
                "阿依古丽.买买提",
                "阿依古丽．买买提",
                "阿依古丽∙买买提",
                "阿依古丽⋅买买提",
                "阿依古丽。买买提",
                "阿依古丽｡买买提",
                "阿依古丽-买买提",
                "阿依古丽 · 买买提",
                "阿依古丽··买买提",
                "·阿依古丽·买买提.",
                "阿依古麗·買買提"
            })
    void everyDotBetweenThePartsOfANameIsTheSame(String raw) {
        assertThat(PersonName.of(raw).normal()).isEqualTo("阿依古丽·买买提");
    }

    @Test
    void controlAndZeroWidthCharactersAreRemoved() {
        assertThat(PersonName.of("\uFEFF张\u0007小\u200B明\u0000\r\n").normal()).isEqualTo("张小明");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "张?明",
                "张？明",
                "张□明",
                "张■明",
                "张*明",
                "张＊明",
                "张\uFFFD明",
                "张\uE000明",
                "张⿰氵月明",
                "张⿱⿰日月廾明",
                "张〓明",
                "张○明",
                "张(hao)明",
                "张（hào）明",
                "张[HAO]明",
                "张 (hao4) 明",
                "张()明",
                "张(?)明",
                "张（？）明"
            })
    void aLostCharacterIsAQuestionMark(String raw) {
        assertThat(PersonName.of(raw)).isEqualTo(new PersonName(raw, raw, "张?明", Standing.IN_PART));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # as given,          normal
            张(hao),             张?
            张小(hao),           张小?
            (zhang)小明,         ?小明
            张小浩(hao),         张小浩
            李娜(lina),          李娜
            李娜(Li Na),         李娜
            张浩（ZHANG HAO）,   张浩
            张明(小名毛毛),      张明
            李华（女）,          李华
            李华【2】,           李华
            李华(曾用名李花)明,  李华明
            李华（女,            李华
            李华）,              李华
            李华(),              李华
            John (Johnny) Smith, JOHN SMITH
            """)
    void pinyinInPlaceOfACharacterIsLostAndANoteIsCutOff(String raw, String normal) {
        assertThat(PersonName.of(raw).normal()).isEqualTo(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "·",
                "?",
                "？？？",
                "□□",
                "未命名",
                "未 命名",
                "无名氏",
                "无名",
                "無名",
                "某某",
                "某",
                "某女",
                "某某之子",
                "某某之女",
                "X之子",
                "Ｘ之女",
                "王红之子",
                "王红之女",
                "王红之长女",
                "王红之婴",
                "王某某之次子",
                "李某",
                "李某某",
                "X某",
                "X某某",
                "欧阳某某",
                "待定",
                "未知",
                "不详",
                "不詳",
                "无",
                "新生儿",
                "婴儿",
                "李红新生儿",
                "李红女婴",
                "无名男婴",
                "弃婴",
                "暂无",
                "null",
                "王红的女儿",
                "张某",
                "空",
                "测试",
                "123",
                "—",
                "/",
                "BABY BOY"
            })
    void whatStandsForNoNameIsAPlaceholder(String raw) {
        assertThat(PersonName.of(raw).placeholder()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "张明", "李婉儿", "王子", "陈之涵", "张子女", "苏之宝", "吴名", "武明", "张?", "李??", "未小明", "女娲", "Johnson", "乐乐", "甲明"
            })
    void whatCouldBeANameIsNone(String raw) {
        assertThat(PersonName.of(raw).placeholder()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # as given,             registered
            王𬭼,                   王𬭼
            李昇,                   李昇
            ' 張  小　龍 ',         張小龍
            傅傑（小名毛毛）,       傅傑
            阿依古麗•买买提,        阿依古麗·买买提
            \uF95C明,              \uF95C明
            Li Ming,                Li Ming
            Ｌｉ　Ming,             Li Ming
            ' 王(yan) ',            王(yan)
            王YAN,                  王YAN
            王\uE81E,              王龴
            """)
    void theRegisteredFormKeepsTheCharactersOfTheFeed(String raw, String registered) {
        assertThat(PersonName.of(raw).registered()).isEqualTo(registered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"张?", "王YAN", "王ｙａｎ", "李(jun)", "□小雨", "张**", "\uE000雨", "⿰氵月"})
    void whatStandsInForACharacterLeavesTheNameKnownInPartOrNotAtAll(String raw) {
        assertThat(PersonName.of(raw).standing()).isNotEqualTo(Standing.KNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHAN XIAOYU", "欧阳娜娜", "𬭼𬭼", "阿依古丽·买买提", "约翰·史密斯", "Maria"})
    void aNameInOneScriptIsKnown(String raw) {
        assertThat(PersonName.of(raw).standing()).isEqualTo(Standing.KNOWN);
    }

    @Test
    void halfACharacterIsALostOne() {
        assertThat(PersonName.of("张\uD86D明"))
                .isEqualTo(new PersonName("张\uD86D明", "张\uFFFD明", "张?明", Standing.IN_PART));
    }

    @Test
    void theNormalFormOfANormalFormIsItself() {
        for (String raw : new String[] {"陳 小明", "阿依古丽.买买提", "张(hao)明", "J. Smith", "未命名", "鋐𬭎", "(zhang)小明"}) {
            String normal = PersonName.of(raw).normal();
            assertThat(PersonName.of(normal).normal()).isEqualTo(normal);
        }
    }
}
