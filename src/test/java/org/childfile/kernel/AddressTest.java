package org.childfile.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @Test
    void everyLevelOfAFullAddressIsFound() {
        String raw = "重庆市万州区龙驹镇青龙村3组12号";

        assertThat(Address.parse(raw)).isEqualTo(new Address(raw, "500101", "500101151", "青龙村", "3", "12号"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "重庆市万州区龙驹镇青龙村3组12号",
                "重庆万州龙驹镇青龙村三组12号",
                "万州区龙驹青龙村3社12号",
                "龙驹镇青龙村第三村民小组12号",
                "龙驹乡青龙村委会3组12号",
                "重庆市 万州区 龙驹镇 青龙村 ３组 １２号",
                "重庆市/万州区/龙驹镇/青龙村/3组/12号",
                "重庆市-万州区-龙驹镇-青龙村-3组-12号",
                "重慶市萬州區龍駒鎮青龍村三組12號",
                "重庆市市辖区万州区龙驹镇青龙村村民委员会03组12号",
                "四川省万县市龙驹镇青龙村三社12号",
                "户籍地：重庆市万州区龙驹镇青龙村三小组12号"
            })
    void theSameAddressIsReadHoweverItIsWritten(String raw) {
        assertThat(Address.parse(raw)).isEqualTo(new Address(raw, "500101", "500101151", "青龙村", "3", "12号"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # address,                                 district, township,  village,    group, rest
            '',                                        '',       '',        '',         '',    ''
            重庆市,                                    '',       '',        '',         '',    ''
            重庆市开县临江镇福德社区居委会,            500154,   500154117, 福德社区,   '',    ''
            重庆市县忠县石宝镇新政村2社,               500233,   500233107, 新政村,     2,     ''
            石柱县西沱镇朝阳村大湾组5号,               500240,   500240101, 朝阳村,     大湾,  5号
            酉阳土家族苗族自治县龙潭镇江丰居委会3组,   500242,   500242101, 江丰社区,   3,     ''
            武隆县后坪乡文凤村十二组,                  500156,   500156208, 文凤村,     12,    ''
            渝中区七星岗街道领事巷社区居民委员会,      500103,   500103001, 领事巷社区, '',    ''
            渝北区龙山街道白岩路100号3栋2-1,           500112,   500112012, '',         '',    白岩路100号3栋2-1
            江北区石马河街道,                          500105,   500105003, '',         '',    ''
            江北街道,                                  500102,   500102009, '',         '',    ''
            长寿湖镇,                                  500115,   500115126, '',         '',    ''
            南岸区南坪镇,                              500108,   500108101, '',         '',    ''
            南岸区南坪街道,                            500108,   500108003, '',         '',    ''
            万州区大村村5组,                           500101,   '',        大村村,     5,     ''
            万州区杨家村社区2组,                       500101,   '',        杨家村社区, 2,     ''
            万州区XX镇青龙村12号,                      500101,   '',        青龙村,     '',    XX镇12号
            万州区沙龙路三段12号新村,                  500101,   '',        '',         '',    沙龙路三段12号新村
            两河镇中心村十三社,                        '',       '',        中心村,     13,    两河镇
            湖北省利川市谋道镇大兴村3组,               '',       '',        大兴村,     3,     湖北省利川市谋道镇
            四川省成都市金牛区,                        '',       '',        '',         '',    四川省成都市金牛区
            青龙村供销社,                              '',       '',        青龙村,     '',    供销社
            三岔路口村2组,                             '',       '',        三岔路口村, 2,     ''
            3组12号,                                   '',       '',        '',         3,     12号
            """)
    void anyLevelMayBeMissingOrForeign(
            String raw, String district, String township, String village, String group, String rest) {
        assertThat(Address.parse(raw)).isEqualTo(new Address(raw, district, township, village, group, rest));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            开县,500154
            梁平县,500155
            武隆县,500156
            綦江县,500110
            大足县,500111
            潼南县,500152
            铜梁县,500151
            荣昌县,500153
            璧山县,500120
            万盛区,500110
            綦江区万盛经开区,500110
            双桥区,500111
            江津市,500116
            合川市,500117
            永川市,500118
            南川市,500119
            长寿县,500115
            黔江土家族苗族自治县,500114
            江北县,500112
            巴县,500113
            四川省涪陵市垫江县,500231
            万县市,500101
            酉阳,500242
            彭水县,500243
            秀山自治县,500241
            """)
    void aFormerOrShortNameMeansTheDistrictOfToday(String name, String code) {
        assertThat(Address.parse(name)).isEqualTo(new Address(name, code, "", "", "", ""));
    }

    @Test
    void everyTownshipOfChongqingIsFoundBelowItsDistrict() {
        for (Division township : Divisions.chongqing().all()) {
            if (township.level() == Division.Level.TOWNSHIP) {
                Division district =
                        Divisions.chongqing().find(township.parent()).orElseThrow();
                String raw = "重庆市" + district.name() + township.name() + "青龙村3组12号";

                assertThat(Address.parse(raw))
                        .isEqualTo(new Address(raw, district.code(), township.code(), "青龙村", "3", "12号"));
            }
        }
    }

    @Test
    void aTownshipWhoseNameIsUniqueGivesItsDistrictAndAnyOtherNothing() {
        Map<String, Integer> bearers = new HashMap<>();
        for (Division division : Divisions.chongqing().all()) {
            bearers.merge(division.name(), 1, Integer::sum);
        }
        for (Division township : Divisions.chongqing().all()) {
            if (township.level() == Division.Level.TOWNSHIP) {
                boolean unique = bearers.getOrDefault(township.name(), 0) == 1;
                Address address = Address.parse(township.name() + "青龙村");

                assertThat(address.townshipCode()).isEqualTo(unique ? township.code() : "");
                assertThat(address.districtCode()).isEqualTo(unique ? township.parent() : "");
                assertThat(address.village()).isEqualTo("青龙村");
            }
        }
    }
}
