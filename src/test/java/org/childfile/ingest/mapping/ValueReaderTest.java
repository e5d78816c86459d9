package org.childfile.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.childfile.cli.terminal.Messages;
import org.childfile.ingest.connector.Connectors;
import org.childfile.ingest.mapping.ValueReader.Outcome;
import org.childfile.settings.Problems;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueReaderTest {

    private static final Problems PROBLEMS = new Problems();
    private static final ValueReader READER = Mappings.read(
                    Path.of("mappings"), Connectors.read(Path.of("connectors"), PROBLEMS), PROBLEMS)
            .reader(Population.CHILD);

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    name ; 章 三 ; 章三
                    姓名 ; 章三 ; 章三
                    date of birth ; 2015年3月7日 ; 2015-03-07
                    id_number ; 500101201503070029 ; 500101201503070029
                    sex ; 2 ; 2
                    sex ; 女 ; 2
                    boarding ; 是 ; true
                    boarding ; 住校 ; true
                    guardian_phone ; +86 138 0000 0001 ; 13800000001
                    diagnoses ; J45，G80,J45 ; [G80, J45]
                    """)
    void aTextIsReadAsTheFeedsTextsAre(String attribute, String text, String value) {
        assertThat(READER.read(attribute, text))
                .isInstanceOfSatisfying(
                        Outcome.Value.class,
                        read -> assertThat(read.value().toString()).isEqualTo(value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    id_number | 500101201503070028 | that is no value of id_number; it is read as citizen_id is in the mapping files
                    birth_date | yesterday | that is no value of birth_date; it is read as date is in the mapping files
                    sex | 7 | that is no value of sex; allowed are 0, 1, 2, 9
                    residence_place | 重庆市 | residence_place is made of an address: give the address another value
                    """)
    void whatIsNoValueIsRefusedWithWhatIsAllowed(String attribute, String text, String why) {
        assertThat(READER.read(attribute, text))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(Messages.of(Map.of("CHILDFILE_LANG", "en"))
                                        .text(refused.why()))
                                .isEqualTo(why));
    }
}
