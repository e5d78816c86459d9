package org.childfile.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.childfile.kernel.CitizenIdReading.Fault;
import org.childfile.kernel.CitizenIdReading.Invalid;
import org.childfile.kernel.CitizenIdReading.Valid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitizenIdReaderTest {

    @Test
    void aValidNumberGivesItsDivisionDateAndSex() {
        CitizenId id = valid("500101201503070029").id();

        assertThat(id.division()).isEqualTo("500101");
        assertThat(id.birthDate()).isEqualTo(LocalDate.of(2015, 3, 7));
        assertThat(id.sex()).isEqualTo(Sex.FEMALE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010119900307803X",
                "11010119900307803x",
                " 11010119900307803X\t",
                "１１０１０１１９９００３０７８０３Ｘ",
                "11010119900307803ｘ",
                "11010119900307803×",
                "'11010119900307803X",
                "‘11010119900307803X’",
                "\"11010119900307803X\"",
                "=\"11010119900307803X\"",
                "110101-19900307-803X",
                "110101 19900307 803X",
                "110101\u00A019900307\u3000803X",
                "\uFEFF11010119900307803X"
            })
    void theSameNumberIsReadHoweverItIsWritten(String raw) {
        assertThat(CitizenIdReader.read(raw)).isEqualTo(new Valid(new CitizenId("11010119900307803X"), false));
    }

    @Test
    void fifteenDigitsBecomeEighteen() {
        assertThat(CitizenIdReader.read("610104620927690"))
                .isEqualTo(new Valid(new CitizenId("610104196209276908"), true));
    }

    @Test
    void fifteenDigitsThatASpreadsheetMadeAQuantityAreWhole() {
        assertThat(CitizenIdReader.read("610104620927690.0"))
                .isEqualTo(new Valid(new CitizenId("610104196209276908"), true));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            '',                     '',                     LENGTH
            '  ',                   '',                     LENGTH
            无,                     无,                     LENGTH
            50010120150307002,      50010120150307002,      LENGTH
            5001012015030700291,    5001012015030700291,    LENGTH
            5001012015O3070029,     5001012015O3070029,     CHARACTER
            50010120150307002A,     50010120150307002A,     CHARACTER
            61010462092769X,        61010462092769X,        CHARACTER
            990101201503070029,     990101201503070029,     DIVISION
            500401201503070029,     500401201503070029,     DIVISION
            500901150307002,        500901150307002,        DIVISION
            500101201502300023,     500101201502300023,     DATE
            500101201513070029,     500101201513070029,     DATE
            500101210003070029,     500101210003070029,     DATE
            500101184903070029,     500101184903070029,     DATE
            500101620230690,        500101620230690,        DATE
            500101201503070024,     500101201503070024,     CHECK
            500101201503070092,     500101201503070092,     CHECK
            ' 5001012015-0307-0024',500101201503070024,     CHECK
            5.00112E+17,            5.00112E+17,            EATEN_BY_SPREADSHEET
            5.00101201503070e+17,   5.00101201503070E+17,   EATEN_BY_SPREADSHEET
            5E17,                   5E17,                   EATEN_BY_SPREADSHEET
            500101201503070000,     500101201503070000,     EATEN_BY_SPREADSHEET
            500101201503070029.0,   500101201503070029,     EATEN_BY_SPREADSHEET
            500101201503070000.000, 500101201503070000,     EATEN_BY_SPREADSHEET
            ５.００１０１Ｅ＋１７,  5.00101E+17,            EATEN_BY_SPREADSHEET
            5.00101 E+17,           5.00101E+17,            EATEN_BY_SPREADSHEET
            '''5.00101E17',          5.00101E17,             EATEN_BY_SPREADSHEET
            '500,101,201,503,070,000','500,101,201,503,070,000',EATEN_BY_SPREADSHEET
            '5,00101E+17',          '5,00101E+17',          EATEN_BY_SPREADSHEET
            500101201006060,        500101201006060,        CUT
            500101201506060,        500101201506060,        CUT
            500101198506061,        500101198506061,        CUT
            """)
    void anInvalidNumberIsKeptAsGivenWithItsFault(String raw, String asGiven, Fault fault) {
        assertThat(CitizenIdReader.read(raw)).isEqualTo(new Invalid(asGiven, fault));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            500101201503070029,     SOUND
            610104620927690,        SOUND
            500101201503070024,     CHECK_FAILED
            500101201502300023,     CHECK_FAILED
            5.00101201503070e+17,   DIGITS_LOST
            50010120150307002,      CUT
            5001012015030700,       CUT
            50010120150307,         CUT
            500101201006060,        CUT
            5001012015030700291,    IMPOSSIBLE
            无,                     IMPOSSIBLE
            """)
    void eachTextIsWorthSomethingOrNothingAsANumber(String raw, CitizenIdReading.Quality quality) {
        assertThat(CitizenIdReader.read(raw).quality()).isEqualTo(quality);
    }

    @ParameterizedTest
    @CsvSource({"440524188001010014, 1880-01-01", "810000199408230021, 1994-08-23", "830000199201300022, 1992-01-30"})
    void oldPeopleAndResidentsOfHongKongAndTaiwanHaveValidNumbers(String number, LocalDate birthDate) {
        assertThat(valid(number).id().birthDate()).isEqualTo(birthDate);
    }

    @Test
    void aDivisionOfChongqingThatWasAbolishedIsStillValid() {
        // 500221 was Changshou county until 2001.
        assertThat(valid("50022119950307002X").id().division()).isEqualTo("500221");
    }

    @Test
    void everyChangeOfOneDigitIsNoticed() {
        String number = "500101201503070029";
        for (int i = 0; i < 18; i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String changed = number.substring(0, i) + digit + number.substring(i + 1);
                assertThat(CitizenIdReader.read(changed) instanceof Valid).isEqualTo(changed.equals(number));
            }
        }
    }

    @Test
    void everySwapOfTwoNeighboursIsNoticed() {
        String number = "500101201503070029";
        for (int i = 0; i < 17; i++) {
            String swapped = number.substring(0, i) + number.charAt(i + 1) + number.charAt(i) + number.substring(i + 2);
            assertThat(CitizenIdReader.read(swapped) instanceof Valid).isEqualTo(swapped.equals(number));
        }
    }

    @Test
    void thePublishedVectorsAreReadAsTheirSourcesSay() throws IOException {
        Path vectors = Path.of(System.getProperty("childfile.shared", "../shared"), "data", "citizen-id-vectors.csv");
        assumeTrue(Files.exists(vectors), "no published vectors at " + vectors);

        for (String line : Files.readAllLines(vectors).stream().skip(1).toList()) {
            String[] cells = line.split(",", 3);
            CitizenIdReading reading = CitizenIdReader.read(cells[0]);
            switch (cells[1]) {
                case "valid" -> assertThat(reading).as(line).isEqualTo(new Valid(new CitizenId(cells[0]), false));
                case "valid15" ->
                    assertThat(reading).as(line).matches(read -> read instanceof Valid(var id, var up) && up);
                case "invalid" -> assertThat(reading).as(line).isInstanceOf(Invalid.class);
                default -> throw new IllegalStateException("unknown expectation: " + line);
            }
        }
    }

    private static Valid valid(String raw) {
        CitizenIdReading reading = CitizenIdReader.read(raw);
        assertThat(reading).as(raw).isInstanceOf(Valid.class);
        return (Valid) reading;
    }
}
