package org.childfile.linkage.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateRelationsTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # relation,          one,         other,       holds
            day-month-swapped,   2015-03-07,  2015-07-03,  true
            day-month-swapped,   2015-13-07,  2015-07-13,  true
            day-month-swapped,   2015-03-07,  2016-07-03,  false
            day-month-swapped,   2015-03-03,  2015-03-03,  false
            one-part,            2015-03-07,  2016-03-07,  true
            one-part,            2015-03-07,  2017-03-07,  false
            one-part,            2015-03-07,  2015-11-07,  true
            one-part,            2015-03-07,  2015-03-28,  true
            one-part,            2015-03-07,  2015-04-08,  false
            one-part,            2015-03-07,  2015-03-07,  false
            one-part,            nothing,     2015-03-07,  false
            one-digit,           2015-03-07,  2015-03-17,  true
            one-digit,           2015-03-07,  2015-08-07,  true
            one-digit,           2015-03-07,  2015-04-17,  false
            neighbours-swapped,  2015-12-07,  2015-21-07,  true
            neighbours-swapped,  2015-10-27,  2015-12-07,  true
            one-digit-or-swap,   2015-10-27,  2015-12-07,  true
            one-digit-or-swap,   2015-10-27,  2015-11-28,  false
            same-year,           2015-10-27,  2015-01-01,  true
            same-year-month,     2015-10-27,  2015-10-01,  true
            same-year-month,     2015-10-27,  2014-10-27,  false
            same-month-day,      2015-10-27,  1999-10-27,  true
            same-month-day,      2015-10-27,  1999-10-28,  false
            first-of-january,    2015-01-01,  2015-10-27,  true
            first-of-january,    2015-01-01,  2015-01-01,  true
            first-of-january,    2015-01-01,  2014-10-27,  false
            first-of-january,    2015-01-02,  2015-10-27,  false
            within-days 10,      2015-12-28,  2016-01-07,  true
            within-days 10,      2015-12-28,  2016-01-08,  false
            within-days 0,       2015-12-28,  2015-12-28,  true
            within-days 9999,    2015-13-28,  2015-12-28,  false
            within-years 1,      2015-12-28,  2016-12-28,  true
            within-years 1,      2015-12-28,  2016-12-29,  false
            lunar,               2015-02-19,  2015-01-01,  true
            lunar,               2015-02-18,  2014-12-30,  true
            lunar,               2015-02-18,  2015-12-30,  false
            lunar,               2020-05-23,  2020-04-01,  true
            lunar,               2019-04-04,  2019-02-29,  true
            lunar,               2014-01-01,  2013-12-01,  true
            lunar,               2015-02-19,  2015-02-19,  false
            lunar,               nothing,     nothing,     false
            """)
    void datesAgree(String relation, String one, String other, boolean holds) {
        assertThat(Holding.holds(relation, one, other)).isEqualTo(holds);
    }
}
