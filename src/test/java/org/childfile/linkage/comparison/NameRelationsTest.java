package org.childfile.linkage.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.childfile.kernel.Resources;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameRelationsTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # relation,         one,              other,            holds
            same-pinyin,        张浩,             张皓,             true
            same-pinyin,        张浩,             张豪,             true
            same-pinyin,        张?浩,            张?皓,            false
            same-pinyin,        单雄信,           山雄信,           true
            same-pinyin,        张单,             张山,             false
            same-pinyin,        '',               '',               false
            same-pinyin-tone,   张浩,             张皓,             true
            same-pinyin-tone,   张浩,             张豪,             false
            same-pinyin-tone,   朴浩,             朴皓,             true
            fuzzy-pinyin,       刘娜,             牛辣,             true
            fuzzy-pinyin,       冯程,             洪陈,             true
            fuzzy-pinyin,       张林,             张玲,             true
            fuzzy-pinyin,       张林,             张兰,             false
            romanised,          张小明,           ZHANG XIAOMING,   true
            romanised,          张小明,           Xiao-Ming Zhang,  true
            romanised,          欧阳娜娜,         OUYANG NANA,      true
            romanised,          吕明,             LU MING,          true
            romanised,          张小明,           ZHANG XIAOMEI,    false
            romanised,          张小明,           张小明,           false
            romanised,          JOHN,             JOHN,             false
            same-traditional,   張小明,           张小明,           true
            same-traditional,   張小明,           章小明,           false
            similar-shape,      李未,             李末,             true
            similar-shape,      王已,             王己,             true
            similar-shape,      陈士,             陈土,             true
            similar-shape,      陈士,             阵土,             false
            similar-shape,      李明,             李强,             false
            similar-shape,      李明,             李明,             false
            similar-shape,      未,               末,               false
            one-character,      张子涵,           张子轩,           true
            one-character,      张子涵,           张梓轩,           false
            one-character,      张子涵,           张子,             false
            one-character,      张,               王,               false
            extra-character,    张小明,           张明,             true
            extra-character,    张明明,           张明,             true
            extra-character,    张王小明,         张小明,           true
            extra-character,    张明,             张,               false
            extra-character,    张小明,           张小明,           false
            milk-name,          涵涵,             岳梓涵,           true
            milk-name,          小涵,             岳梓涵,           true
            milk-name,          涵儿,             岳梓涵,           true
            milk-name,          乐乐,             岳梓涵,           false
            milk-name,          涵涵,             涵涵,             false
            milk-name,          岳涵,             岳梓涵,           false
            same-short-given,   杨美,             邓美,             true
            same-short-given,   杨美,             杨丽,             false
            same-short-given,   杨小美,           邓小美,           false
            wildcard,           张?明,            张小明,           true
            wildcard,           张〓明,           张小明,           true
            wildcard,           张□明,            张小明,           true
            wildcard,           张*明,            张小明,           true
            wildcard,           张?,              张明,             true
            wildcard,           ?明,              张明,             true
            wildcard,           ??明,             张小明,           false
            wildcard,           张?明,            张?明,            true
            wildcard,           张??,             张?明,            false
            wildcard,           张?明,            张明,             false
            wildcard,           张?明,            王小明,           false
            wildcard,           张(hao)明,        张浩明,           true
            wildcard,           张（Hào）明,      张浩明,           true
            wildcard,           张hao明,          张浩明,           true
            wildcard,           张[hao]明,        张[hao]明,        true
            wildcard,           张(hao)明,        张小明,           false
            wildcard,           张浩(hao)明,      张浩明,           true
            wildcard,           J?HN,             JOHN,             true
            same-given,         张小明,           王小明,           true
            same-given,         欧阳小明,         王小明,           true
            same-given,         张明,             王明,             false
            same-given,         张?明,            王?明,            false
            same-given,         JOHN SMITH,       JANE SMITH,       true
            """)
    void namesAgree(String relation, String one, String other, boolean holds) {
        assertThat(Holding.holds(relation, one, other)).isEqualTo(holds);
    }

    @Test
    void theTableOfSimilarShapesIsWellFormed() {
        List<String> groups = Resources.lines(SimilarShapes.class, "similar-shapes.txt");

        assertThat(groups).hasSizeGreaterThan(3000).doesNotHaveDuplicates().allSatisfy(group -> {
            assertThat(group.length()).isGreaterThanOrEqualTo(2);
            assertThat(group.chars().distinct().count()).isEqualTo(group.length());
            assertThat(group.chars()).allMatch(c -> c >= 0x4E00 && c <= 0x9FFF);
        });
    }

    @Test
    void everyConfusionThatIsMadeUpForGeneratedNamesIsKnown() throws IOException {
        List<String> unknown = new ArrayList<>();
        Path madeUp = Path.of("src/main/resources/org/childfile/lab/world/look-alikes.txt");
        for (String group : Files.readAllLines(madeUp)) {
            if (!group.startsWith("#") && !group.isBlank()) {
                addUnknown(group.strip(), unknown);
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void aGoodPartOfAPublicTableIsKnownWhereItIsAtHand() throws IOException {
        Path table = Path.of("../shared/data/similar-shapes.txt");
        Assumptions.assumeTrue(Files.exists(table), "no table of others to compare with");
        Set<String> pairs = new HashSet<>();
        for (String line : Files.readAllLines(table)) {
            String[] like = line.split("\\s+");
            for (int i = 1; i < like.length; i++) {
                if (like[0].length() == 1 && like[i].length() == 1 && !like[0].equals(like[i])) {
                    pairs.add(like[0] + like[i]);
                }
            }
        }
        long known = pairs.stream()
                .filter(pair -> SimilarShapes.alike(pair.charAt(0), pair.charAt(1)))
                .count();

        assertThat(known).isGreaterThan(pairs.size() * 3L / 10);
    }

    private static void addUnknown(String group, List<String> unknown) {
        for (int i = 0; i < group.length(); i++) {
            for (int j = 0; j < group.length(); j++) {
                if (i != j && !SimilarShapes.alike(group.charAt(i), group.charAt(j))) {
                    unknown.add(group.substring(i, i + 1) + group.charAt(j));
                }
            }
        }
    }
}
