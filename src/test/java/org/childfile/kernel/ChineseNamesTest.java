package org.childfile.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseNamesTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # in Latin letters,   sounds like
            SHAN XIAOYU,          单小雨
            SHAN XIAO YU,         单小雨
            QIU YING,             仇英
            PIAO YUXI,            朴雨希
            MIAO KEXIN,           缪可欣
            OUYANG NANA,          欧阳娜娜
            LYU NA,               吕娜
            LÜ NA,                吕娜
            ZHANG TIANAN,         张天安
            """)
    void aNameInPinyinSoundsLikeItsCharacters(String latin, String han) {
        assertThat(ChineseNames.pinyin(latin)).isEqualTo(ChineseNames.pinyin(han));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            XIAOYU SHAN,   SHAN XIAOYU
            SHAN XIAOYU,   SHAN XIAOYU
            OUYANG NA,     OUYANG NA
            SHAN YU,       SHAN YU
            JOHN SMITH,    JOHN SMITH
            单小雨,        单小雨
            """)
    void theSurnameStandsFirstWhereItCanBeTold(String name, String surnameFirst) {
        assertThat(ChineseNames.surnameFirst(name)).isEqualTo(surnameFirst);
    }

    @Test
    void aForeignNameKeepsItsWords() {
        assertThat(ChineseNames.pinyin("JOHN SMITH")).isEqualTo("john smith");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # name,           surname,   given
            张小明,           张,        小明
            张,               张,        ''
            '',               '',        ''
            欧阳娜娜,         欧阳,      娜娜
            欧阳娜,           欧阳,      娜
            欧阳,             欧,        阳
            司马光,           司马,      光
            张王小明,         张,        王小明
            ?小明,            ?,         小明
            阿依古丽·买买提,  阿依古丽,  买买提
            JOHN SMITH,       JOHN,      SMITH
            MADONNA,          MADONNA,   ''
            """)
    void aNameFallsIntoSurnameAndGivenName(String name, String surname, String given) {
        assertThat(ChineseNames.surname(name)).isEqualTo(surname);
        assertThat(ChineseNames.given(name)).isEqualTo(given);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            陳,陈
            張,张
            龍,龙
            劉,刘
            葉,叶
            後,后
            萬縣區,万县区
            愛心媽媽,爱心妈妈
            乾姊著,乾姊著
            困境儿童abc,困境儿童abc
            """)
    void traditionalCharactersBecomeSimplified(String traditional, String simplified) {
        assertThat(ChineseNames.toSimplified(traditional)).isEqualTo(simplified);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # name,           pinyin with tones; without where only our own table knows the reading
            张浩,             zhāng hào
            张豪,             zhāng háo
            单雄信,           shàn xióng xìn
            朴吕,             piao lǚ
            欧阳?娜,          ōu yáng ? nà
            JOHN SMITH,       john smith
            """)
    void aNameSoundsWithTones(String name, String pinyin) {
        assertThat(ChineseNames.tonedPinyin(name)).isEqualTo(pinyin);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # name,           pinyin
            张浩,             zhang hao
            张皓,             zhang hao
            单雄信,           shan xiong xin
            仇英,             qiu ying
            曾小贤,           zeng xiao xian
            解晓东,           xie xiao dong
            区小红,           ou xiao hong
            查良,             zha liang
            翟天,             zhai tian
            朴树,             piao shu
            覃小兰,           qin xiao lan
            缪小兰,           miao xiao lan
            牟小兰,           mou xiao lan
            谌小兰,           chen xiao lan
            庹小兰,           tuo xiao lan
            尉迟恭,           yu chi gong
            尉小兰,           wei xiao lan
            万俟明,           mo qi ming
            令狐冲,           ling hu chong
            欧阳女,           ou yang nv
            吕晟,             lv sheng
            张?明,            zhang ? ming
            ?小明,            ? xiao ming
            阿依古丽·买买提,  a yi gu li mai mai ti
            JOHN SMITH,       john smith
            '',               ''
            """)
    void aNameSoundsAsPeopleSayIt(String name, String pinyin) {
        assertThat(ChineseNames.pinyin(name)).isEqualTo(pinyin);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # one name,  another,  what both sound like
            张诗,        臧思,     zan si
            陈晨,        岑岑,     cen cen
            刘兰,        牛南,     liu lan
            罗兰,        罗南,     luo lan
            黎女,        黎吕,     li lv
            黄飞,        方辉,     huan hui
            胡凤,        扶洪,     hu hon
            陈芳,        陈欢,     cen huan
            林英,        凌因,     lin yin
            范芬,        范昏,     huan hun
            """)
    void whatSouthWesternSpeechConfusesSoundsTheSame(String one, String other, String sound) {
        assertThat(ChineseNames.fuzzyPinyin(ChineseNames.pinyin(one))).isEqualTo(sound);
        assertThat(ChineseNames.fuzzyPinyin(ChineseNames.pinyin(other))).isEqualTo(sound);
    }

    @ParameterizedTest
    @CsvSource({"张明, 张敏, true", "张明, 张亮, false", "李娜, 李拉, true", "王芳, 王欢, true", "王芳, 王刚, false"})
    void soundsThatNobodyConfusesStayApart(String one, String other, boolean same) {
        String first = ChineseNames.fuzzyPinyin(ChineseNames.pinyin(one));
        String second = ChineseNames.fuzzyPinyin(ChineseNames.pinyin(other));

        assertThat(first.equals(second)).isEqualTo(same);
    }

    @Test
    void theFoldedSoundOfAFoldedSoundIsItself() {
        for (String name : new String[] {"张诗", "黄飞", "胡凤", "黎女", "?小明", "宁浓"}) {
            String folded = ChineseNames.fuzzyPinyin(ChineseNames.pinyin(name));
            assertThat(ChineseNames.fuzzyPinyin(folded)).isEqualTo(folded);
        }
    }

    @Test
    void manyThreadsHearTheSame() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<String>> calls = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                String name = "单" + (char) (0x5000 + i % 40);
                calls.add(() -> name + " " + ChineseNames.pinyin(name));
            }
            for (Future<String> call : threads.invokeAll(calls)) {
                String[] both = call.get().split(" ", 2);
                assertThat(ChineseNames.pinyin(both[0])).isEqualTo(both[1]).startsWith("shan ");
            }
        }
    }
}
