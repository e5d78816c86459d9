package org.childfile.care.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.childfile.care.help.ApplicationTemplate.Answer;
import org.childfile.care.help.ApplicationTemplate.Follow;
import org.childfile.care.help.ApplicationTemplate.Ok;
import org.childfile.outbound.OutboundClient.Reply;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnsweredTest {

    private static final Answer EXPECTED = new Answer(
            Optional.of(new Ok("/code", "0")),
            "/data/no",
            Optional.of("/data/state"),
            Optional.of("/data/text"),
            Map.of("10", State.RECEIVED, "90", State.DONE),
            Optional.of(new Follow("/x/{receipt}", Duration.ofHours(1))));

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = ';', textBlock = """
            200 ; {"code":0,"data":{"no":"R-1","state":"10"}}              ; R-1 RECEIVED
            200 ; {"code":"0","data":{"no":7,"state":90,"text":"well"}}    ; 7 DONE well
            200 ; {"code":1,"data":{"no":"R1","state":"10"}}               ; NONSENSE f.yaml: the answer's /code is not 0
            200 ; {"code":0,"data":{"state":"10"}}                         ; NONSENSE f.yaml: the answer has no receipt at /data/no
            200 ; {"code":0,"data":{"no":"../x","state":"10"}}             ; NONSENSE f.yaml: the answer has no receipt at /data/no
            200 ; {"code":0,"data":{"no":"..","state":"10"}}               ; NONSENSE f.yaml: the answer has no receipt at /data/no
            200 ; {"code":0,"data":{"no":{"a":1},"state":"10"}}            ; NONSENSE f.yaml: the answer has no receipt at /data/no
            200 ; {"code":0,"data":{"no":"R1","state":"11"}}               ; NONSENSE f.yaml: the answer's state at /data/state is none of those in answer.states
            200 ; {"code":0,"data":{"no":"R1"}}                            ; NONSENSE f.yaml: the answer's state at /data/state is none of those in answer.states
            200 ; <html>login</html>                                       ; NONSENSE f.yaml: the answer is no JSON
            200 ; []                                                       ; NONSENSE f.yaml: the answer is no JSON object
            200 ; null                                                     ; NONSENSE f.yaml: the answer is no JSON object
            400 ; {"code":0,"data":{"no":"R1","state":"10"}}               ; REJECTED f.yaml: the department answered HTTP 400
            """)
    void anAnswerIsUnderstoodOrSaidToBeNonsenseWithItsPlace(int status, String body, String expected) {
        Reply reply = new Reply(status, body.getBytes(StandardCharsets.UTF_8));
        assertThat(told(Answered.read(EXPECTED, reply, "f.yaml", true))).isEqualTo(expected);
    }

    private static String told(Answered answered) {
        return switch (answered) {
            case Answered.Refused(String code, String message) -> code + " " + message;
            case Answered.Understood(Optional<String> receipt, State state, Optional<String> text) ->
                (receipt.orElse("") + " " + state + " " + text.orElse("")).strip();
        };
    }
}
