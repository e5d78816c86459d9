package org.childfile.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.childfile.cli.run.TestServing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no honest program sends, byte by byte; each is refused as the request's own fault, none as the server's. */
class OddRequestsTest {

    private static final TestServing SERVING = TestServing.get();
    private static final String HOST = "Host: localhost\r\n";
    private static final String PAGE = "/api/v1/children?limit=1";

    private static String token() {
        return "Authorization: Bearer " + SERVING.token("city", "care", "") + "\r\n";
    }

    /** The status line of the first answer; empty where the connection was closed without one. */
    private static String answer(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", SERVING.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            StringBuilder line = new StringBuilder();
            for (int c = socket.getInputStream().read();
                    c >= 0 && c != '\r';
                    c = socket.getInputStream().read()) {
                line.append((char) c);
            }
            return line.toString();
        }
    }

    static Stream<Arguments> odd() {
        String lookup = "POST /api/v1/children/lookup HTTP/1.1\r\n" + HOST + "Content-Type: application/json\r\n";
        return Stream.of(
                Arguments.of("CONNECT", "CONNECT other:443 HTTP/1.1\r\n" + HOST + "\r\n"),
                Arguments.of("CONNECT of a page", "CONNECT " + PAGE + " HTTP/1.1\r\n" + HOST + "\r\n"),
                Arguments.of("TRACE", "TRACE " + PAGE + " HTTP/1.1\r\n" + HOST + "\r\n"),
                Arguments.of("TRACK", "TRACK " + PAGE + " HTTP/1.1\r\n" + HOST + "\r\n"),
                Arguments.of("a method of one's own", "FETCH " + PAGE + " HTTP/1.1\r\n" + HOST + "\r\n"),
                Arguments.of("a method that is no word", "G{T " + PAGE + " HTTP/1.1\r\n" + HOST + "\r\n"),
                Arguments.of("HTTP/3.7", "GET " + PAGE + " HTTP/3.7\r\n" + HOST + "\r\n"),
                Arguments.of("no version", "GET " + PAGE + " \r\n" + HOST + "\r\n"),
                Arguments.of("no host", "GET " + PAGE + " HTTP/1.1\r\n\r\n"),
                Arguments.of("two hosts", "GET " + PAGE + " HTTP/1.1\r\n" + HOST + HOST + "\r\n"),
                Arguments.of("a host that is none", "GET " + PAGE + " HTTP/1.1\r\nHost: a b\r\n\r\n"),
                Arguments.of("an unknown transfer encoding", lookup + "Transfer-Encoding: gzip\r\n\r\n"),
                Arguments.of("a transfer encoding that is none", lookup + "Transfer-Encoding: xchunked\r\n\r\n"),
                Arguments.of("chunked and another", lookup + "Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n"),
                Arguments.of("chunked twice", lookup + "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n"),
                Arguments.of("identity", lookup + "Transfer-Encoding: identity\r\n\r\n"),
                Arguments.of(
                        "chunked and a length",
                        lookup + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n"),
                Arguments.of("two lengths", lookup + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}"),
                Arguments.of("a negative length", lookup + "Content-Length: -1\r\n\r\n{}"),
                Arguments.of("a length that is none", lookup + "Content-Length: two\r\n\r\n{}"),
                Arguments.of("a length beyond counting", lookup + "Content-Length: 99999999999999999999\r\n\r\n{}"),
                Arguments.of("a chunk that is none", lookup + "Transfer-Encoding: chunked\r\n\r\nZZ\r\n\r\n"),
                Arguments.of("a header without a colon", "GET " + PAGE + " HTTP/1.1\r\n" + HOST + "X-A\r\n\r\n"),
                Arguments.of("a header with a zero", "GET " + PAGE + " HTTP/1.1\r\n" + HOST + "X-A: \0\r\n\r\n"),
                Arguments.of("an expectation", lookup + "Expect: 200-maybe\r\nContent-Length: 2\r\n\r\n{}"),
                Arguments.of("headers too long", "GET " + PAGE + " HTTP/1.1\r\n" + HOST + "X: " + "x".repeat(40_000)),
                Arguments.of("an address with a space", "GET /api/v1/ children HTTP/1.1\r\n" + HOST + "\r\n"),
                Arguments.of("an address upwards", "GET /api/../../etc/passwd HTTP/1.1\r\n" + HOST + "\r\n"),
                Arguments.of("an address of elsewhere", "GET http://elsewhere/x HTTP/1.1\r\n" + HOST + "\r\n"),
                Arguments.of("no request", "\u0016\u0003\u0001\u0000\r\n\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("odd")
    void anOddRequestIsRefusedAsItsOwnFault(String what, String request) throws IOException {
        assertThat(answer(request)).as(what).matches("HTTP/1\\.1 4\\d\\d.*");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("odd")
    void neitherDoesATokenMakeItTheServersFault(String what, String request) throws IOException {
        assertThat(answer(request.replaceFirst("\r\n", "\r\n" + token())))
                .as(what)
                .matches("HTTP/1\\.1 4\\d\\d.*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en;q=5",
                "en;q=",
                "en;q=0.0.1",
                "*;;;",
                ",,,,",
                ";",
                "xx-yy-zz-0123456789-0123456789",
                "\u00ff\u00fe",
                "en, en, en",
                "LONG",
                "MANY"
            })
    void anOddAcceptLanguageIsNeverTheServersFault(String language) throws IOException {
        String header = switch (language) {
            case "LONG" -> "a".repeat(8000);
            case "MANY" -> "aa;q=0.1,".repeat(1200);
            default -> language;
        };
        for (String who : List.of("", token())) {
            assertThat(answer("GET " + PAGE + " HTTP/1.1\r\n" + HOST + who + "Accept-Language: " + header + "\r\n\r\n"))
                    .as(language)
                    .matches(
                            who.isEmpty() || header.length() > 500
                                    ? "HTTP/1\\.1 4\\d\\d.*"
                                    : "HTTP/1\\.1 (200|4\\d\\d).*");
        }
    }
}
