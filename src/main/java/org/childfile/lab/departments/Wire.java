package org.childfile.lab.departments;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.ChunkedDribbleDelay;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The one place of WireMock: puts every request before a function, and its answer on the wire byte for byte. */
final class Wire implements ResponseTransformerV2 {

    private static final int DRIPPING_MILLIS = 600_000;

    private final Function<LoggedRequest, DepartmentAnswer> departments;

    private Wire(Function<LoggedRequest, DepartmentAnswer> departments) {
        this.departments = departments;
    }

    static WireMockServer open(int port, String bindAddress, Function<LoggedRequest, DepartmentAnswer> departments) {
        WireMockServer server = new WireMockServer(wireMockConfig()
                .port(port)
                .bindAddress(bindAddress)
                .containerThreads(12)
                .http2PlainDisabled(true)
                .gzipDisabled(true)
                .disableRequestJournal()
                .adminAuthenticator(request -> false)
                .extensions(new Wire(departments)));
        server.start();
        server.stubFor(any(anyUrl()).willReturn(aResponse()));
        return server;
    }

    @Override
    public String getName() {
        return "departments";
    }

    @Override
    public Response transform(Response none, ServeEvent event) {
        DepartmentAnswer answer = departments.apply(event.getRequest());
        return switch (answer.ending()) {
            case COMPLETE -> headed(answer).body(answer.body()).build();
            case CUT_SHORT -> cutShort(answer);
            case DRIPPING ->
                headed(answer)
                        .body(answer.body())
                        .chunkedDribbleDelay(new ChunkedDribbleDelay(answer.body().length, DRIPPING_MILLIS))
                        .build();
            case CLOSED -> Response.response().fault(Fault.EMPTY_RESPONSE).build();
        };
    }

    // Written in two parts, because only an answer whose head is already on its way is broken off by the server; before
    // that it would be replaced by an error page.
    private static Response cutShort(DepartmentAnswer answer) {
        return headed(answer)
                .body(Arrays.copyOf(answer.body(), answer.body().length / 2))
                .chunkedDribbleDelay(new ChunkedDribbleDelay(2, 2))
                .build();
    }

    private static Response.Builder headed(DepartmentAnswer answer) {
        List<HttpHeader> headers = new ArrayList<>();
        answer.headers().forEach((name, value) -> headers.add(new HttpHeader(name, value)));
        headers.add(new HttpHeader("Content-Length", Integer.toString(answer.body().length)));
        return Response.response().status(answer.status()).headers(new HttpHeaders(headers));
    }
}
