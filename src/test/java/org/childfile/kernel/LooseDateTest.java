package org.childfile.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LooseDateTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2015-03-07",
                "20150307",
                "2015-3-7",
                "2015.03.07",
                "2015.3.7",
                "2015/3/7",
                "2015/03/07",
                "2015年3月7日",
                "2015年03月07日",
                "2015 年 3 月 7 日",
                "2015年3月7",
                "2015年3月7号",
                "２０１５－０３－０７",
                "２０１５年３月７日",
                "2015—03—07",
                " 2015-03-07 ",
                "'2015-03-07",
                "2015-03-07 00:00:00",
                "2015-03-07 23:59:59.999",
                "2015-03-07T08:30:00",
                "2015/3/7 0:00",
                "2015年3月7日 08:30",
                "20150307083000",
                "20150307 08:30:00",
                "2015-03-07T00:30:00+08:00",
                "2015-03-06T16:00:00Z",
                "2015-03-07T15:59:59.5Z",
                "2015-03-06T20:00:00-0500",
                "2015-03-07+08:00",
                "42070",
                "42070.0",
                "42070.75"
            })
    void aDayIsReadHoweverItIsWritten(String raw) {
        assertThat(LooseDate.parse(raw)).contains(LocalDate.of(2015, 3, 7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "无",
                "2015-02-30",
                "2015-02-29",
                "1900-02-29",
                "2015-13-01",
                "2015-00-10",
                "2015-04-31",
                "20150230",
                "00000000",
                "201503",
                "2015-03",
                "2015",
                "15-3-7",
                "2015-3",
                "2015年3月",
                "2015-03-7日",
                "2015月3年7日",
                "2015-03-07x",
                "2015-03-07 25:00",
                "2015-03-07 8",
                "2015-03-07T",
                "2015-03-07 12:00:00 PM",
                "2015-03-07T00:00:00+99:00",
                "19999",
                "80001",
                "420701",
                "1425686400000",
                "0001-01-01",
                "2015--03-07"
            })
    void whatIsNoDayIsEmpty(String raw) {
        assertThat(LooseDate.parse(raw)).isEmpty();
        assertThat(LooseDate.parseInstant(raw)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "20000, 1954-10-03",
        "36526, 2000-01-01",
        "80000, 2119-01-11",
        "2000-02-29, 2000-02-29",
        "2024-2-29, 2024-02-29"
    })
    void serialNumbersAndLeapDaysFallOnTheirDays(String raw, LocalDate day) {
        assertThat(LooseDate.parse(raw)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "201509",
                "2015-09",
                "2015-9",
                "2015.09",
                "2015/9",
                "2015年9月",
                "２０１５年９月",
                "2015 年 9 月",
                "20150901",
                "2015-09-01",
                "42248"
            })
    void aMonthIsReadHoweverItIsWritten(String raw) {
        assertThat(LooseDate.parseMonth(raw)).contains(YearMonth.of(2015, 9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2015", "201513", "201500", "2015-13", "2015年", "15-09", "2015-02-30", "9月"})
    void whatIsNoMonthIsEmpty(String raw) {
        assertThat(LooseDate.parseMonth(raw)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-11-22T01:02:03+08:00,      2026-11-21T17:02:03Z
            2026-11-22T01:02:03Z,           2026-11-22T01:02:03Z
            2026-11-22T01:02:03.123456789Z, 2026-11-22T01:02:03.123456789Z
            2026-11-22T01:02:03.5-05:30,    2026-11-22T06:32:03.500Z
            2026-11-22 01:02:03,            2026-11-21T17:02:03Z
            2026-11-22 01:02,               2026-11-21T17:02:00Z
            2026-11-22T01:02:03,            2026-11-21T17:02:03Z
            20261122010203,                 2026-11-21T17:02:03Z
            20261122010203456,              2026-11-21T17:02:03.456Z
            202611220102,                   2026-11-21T17:02:00Z
            2026-11-22,                     2026-11-21T16:00:00Z
            20261122,                       2026-11-21T16:00:00Z
            2026年11月22日,                 2026-11-21T16:00:00Z
            42070.5,                        2015-03-07T04:00:00Z
            """)
    void anInstantWithoutAnOffsetIsShanghaiTime(String raw, Instant instant) {
        assertThat(LooseDate.parseInstant(raw)).contains(instant);
    }

    @ParameterizedTest
    @CsvSource({"1988-07-01 12:00:00, 1988-07-01T03:00:00Z", "1988-12-01 12:00:00, 1988-12-01T04:00:00Z"})
    void summersOf1986To1991HadDaylightSavingTime(String raw, Instant instant) {
        assertThat(LooseDate.parseInstant(raw)).contains(instant);
    }
}
