package org.childfile.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.childfile.ingest.connect.Heard;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.connector.PullFailed;
import org.childfile.ingest.connector.SmallConnector;
import org.junit.jupiter.api.Test;

class RecordIntakeTest {

    private static final Connector CONNECTOR = SmallConnector.with("""
        key: [unit, no]
        updated: at
        deletion: {field: op, value: D}
        format: {type: ndjson}
        fields: {required: [unit, no], optional: [at, op]}
        limits: {max-record: 1KB}
        """);

    private final Heard heard = new Heard();
    private final RecordIntake intake = heard.intake(CONNECTOR);

    @Test
    void aKeyOfSeveralFieldsHasABarBetweenThem() {
        take("{\"unit\":\" a \",\"no\":7,\"at\":\"2026-11-20 08:30:00\"}");

        assertThat(heard.records.getFirst().key()).isEqualTo("a|7");
        assertThat(heard.records.getFirst().updated()).isEqualTo(Instant.parse("2026-11-20T00:30:00Z"));
        assertThat(heard.records.getFirst().deletion()).isFalse();
    }

    @Test
    void aRecordWithoutItsKeyIsUnusable() {
        take("{\"unit\":\"a\"}");
        take("{\"unit\":\"a\",\"no\":\"  \"}");
        take("{\"unit\":\"a\",\"no\":{\"x\":1}}");
        take("{\"unit\":\"a\",\"no\":\"b\\u0000\"}");
        take("{\"unit\":\"a\",\"no\":\"" + "9".repeat(201) + "\"}");

        assertThat(heard.records.stream().map(record -> record.unusable().orElseThrow()))
                .extracting(
                        Unusable::reason,
                        Unusable::field,
                        unusable -> unusable.text().length())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Unusable.Reason.MISSING_KEY, "no", 0),
                        org.assertj.core.groups.Tuple.tuple(Unusable.Reason.MISSING_KEY, "no", 0),
                        org.assertj.core.groups.Tuple.tuple(Unusable.Reason.MISSING_KEY, "no", 0),
                        org.assertj.core.groups.Tuple.tuple(Unusable.Reason.FORBIDDEN_CHARACTER, "no", 2),
                        org.assertj.core.groups.Tuple.tuple(Unusable.Reason.TOO_LONG, "no", 200));
        assertThat(heard.records.get(3).unusable().orElseThrow().text()).isEqualTo("b␀");
    }

    @Test
    void aDeletionMarkWithdrawsTheKey() {
        take("{\"unit\":\"a\",\"no\":1,\"op\":\"D\"}");
        take("{\"unit\":\"a\",\"no\":2,\"op\":\"U\"}");

        assertThat(heard.records).extracting(RawRecord::deletion).containsExactly(true, false);
    }

    @Test
    void theWatermarkIsTheLatestStampThatCanBeBelieved() {
        take("{\"unit\":\"a\",\"no\":1,\"at\":\"2026-11-20 08:30:00\"}");
        take("{\"unit\":\"a\",\"no\":2,\"at\":\"2036-11-20 08:30:00\"}");
        take("{\"unit\":\"a\",\"no\":3,\"at\":\"2026-11-19 08:30:00\"}");
        take("{\"unit\":\"a\",\"no\":4,\"at\":\"yesterday\"}");

        assertThat(intake.complete(Optional.empty()).watermark()).contains("2026-11-20T00:30:00Z");
        assertThat(heard.records.get(1).updated()).isEqualTo(Instant.parse("2036-11-20T00:30:00Z"));
        assertThat(heard.records.get(3).updated()).isNull();
    }

    @Test
    void theDepartmentsOwnWatermarkCountsBeforeTheStamps() {
        take("{\"unit\":\"a\",\"no\":1,\"at\":\"2026-11-20 08:30:00\"}");

        assertThat(intake.complete(Optional.of("w-17")).watermark()).contains("w-17");
    }

    @Test
    void withoutAnyStampThereIsNoWatermark() {
        assertThat(intake.complete(Optional.empty()))
                .isEqualTo(new Completion(0, Optional.empty(), List.of(), OptionalInt.empty()));
    }

    @Test
    void unknownFieldsAreDrift() {
        take("{\"unit\":\"a\",\"no\":1,\"new\":2}");
        take("{\"unit\":\"a\",\"no\":2,\"new\":2,\"other\":{\"x\":1}}");

        assertThat(intake.complete(Optional.empty()))
                .isEqualTo(new Completion(
                        2, Optional.empty(), List.of("unknown field new", "unknown field other"), OptionalInt.empty()));
    }

    @Test
    void aRequiredFieldThatNoRecordHasEndsThePull() {
        take("{\"unit\":\"a\",\"nr\":1}");

        assertThatThrownBy(() -> intake.complete(Optional.empty()))
                .isInstanceOf(PullFailed.class)
                .hasMessage("required columns are missing: no; found: nr, unit; wanted: no, unit");
    }

    @Test
    void aRecordAboveTheLimitEndsThePull() {
        assertThatThrownBy(() -> take("{\"unit\":\"" + "x".repeat(1100) + "\"}"))
                .isInstanceOf(PullFailed.class)
                .hasMessage("line 1 is larger than max-record allows: 1111 bytes");
    }

    private void take(String json) {
        intake.take("line " + (heard.records.size() + 1), json.getBytes(StandardCharsets.UTF_8), new JsonRecord());
    }
}
