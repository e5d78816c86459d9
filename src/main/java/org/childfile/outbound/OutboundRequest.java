package org.childfile.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.childfile.ingest.connect.Attempt;
import org.childfile.ingest.connect.ReachableHosts;
import org.childfile.ingest.connect.RequestAddress;
import org.childfile.ingest.connect.TokenSource;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.connector.Credentials;
import org.childfile.ingest.connector.Endpoint;
import org.childfile.ingest.connector.PullFailed;
import org.childfile.ingest.format.LimitedInputStream;

/** One attempt of sending something: what goes out, and the answer taken in. */
final class OutboundRequest {

    static final String REQUEST = "CamelChildfileRequest";
    private static final int SERVER_ERROR = 500;

    private final Endpoint endpoint;
    private final Map<String, String> environment;
    private final Credentials credentials;
    private final TokenSource tokens;
    private final ReachableHosts hosts;

    OutboundRequest(Endpoint endpoint, Map<String, String> environment, Clock clock, ReachableHosts.Lookup lookup) {
        this.endpoint = endpoint;
        this.environment = environment;
        this.credentials = new Credentials(environment, clock);
        this.tokens = new TokenSource(endpoint, environment, clock);
        this.hosts = new ReachableHosts(endpoint, () -> String.valueOf(base().getHost()), lookup);
    }

    /** What is sent, beside the credentials. */
    record Request(String method, String path, Map<String, String> headers, byte[] body) {}

    ReachableHosts hosts() {
        return hosts;
    }

    private URI base() {
        return RequestAddress.base(endpoint, environment);
    }

    void prepare(Exchange exchange) {
        Request sent = Objects.requireNonNull(exchange.getProperty(REQUEST, Request.class));
        URI base = base();
        if (!base.getScheme().toLowerCase(Locale.ROOT).startsWith("http")) {
            throw new PullFailed(
                    PullFailed.Reason.NOT_CONFIGURED,
                    endpoint.file() + ": " + endpoint.url()
                            + " is no URL that begins with http: or https:; nothing can be" + " sent there");
        }
        URI target = RequestAddress.of(base, sent.path());
        String pathAndQuery = target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery());
        String token = tokens.token(base, exchange.getContext());
        Message request = exchange.getIn();
        request.removeHeaders("*");
        request.setBody(null);
        sent.headers().forEach(request::setHeader);
        request.setHeader(Exchange.HTTP_METHOD, sent.method());
        request.setHeader(Exchange.HTTP_URI, target.toString());
        request.setHeader("Accept", "application/json");
        credentials.headers(endpoint.auth(), pathAndQuery, token).forEach(request::setHeader);
        if (sent.body().length > 0) {
            request.setBody(sent.body());
            request.setHeader(Exchange.CONTENT_TYPE, "application/json");
        }
    }

    void receive(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        int status = Attempt.number(message, Exchange.HTTP_RESPONSE_CODE, SERVER_ERROR);
        Map<String, String> headers = new HashMap<>();
        message.getHeaders()
                .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), String.valueOf(value)));
        try (InputStream in =
                Objects.requireNonNullElseGet(message.getBody(InputStream.class), InputStream::nullInputStream)) {
            if (status == 401 && endpoint.auth() instanceof Connector.Auth.OAuth2) {
                tokens.forget();
                throw new PullFailed(PullFailed.Reason.TOKEN_EXPIRED, "the department knows the token no longer");
            }
            Attempt.refuse(status, headers);
            if (status >= SERVER_ERROR) {
                throw new PullFailed(PullFailed.Reason.HTTP_STATUS, "the department answered HTTP " + status);
            }
            byte[] body =
                    new LimitedInputStream(in, "max-answer", endpoint.limits().maxAnswerBytes()).readAllBytes();
            message.setBody(new OutboundClient.Reply(status, body));
        }
    }
}
