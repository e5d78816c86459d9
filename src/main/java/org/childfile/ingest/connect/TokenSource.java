package org.childfile.ingest.connect;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.connector.Endpoint;
import org.childfile.ingest.connector.PullFailed;
import org.childfile.ingest.connector.Template;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OAuth2 token of a feed: fetched when it is needed, kept until it expires or is refused. */
public final class TokenSource {

    private static final int MAX_ANSWER = 1 << 16;
    private static final Duration SAFETY = Duration.ofSeconds(30);

    private final Endpoint endpoint;
    private final Map<String, String> environment;
    private final Clock clock;
    private @Nullable String token;
    private Instant expires = Instant.EPOCH;

    public TokenSource(Endpoint endpoint, Map<String, String> environment, Clock clock) {
        this.endpoint = endpoint;
        this.environment = environment;
        this.clock = clock;
    }

    public synchronized void forget() {
        token = null;
    }

    /** The token; empty for a feed without OAuth2. */
    public synchronized String token(URI base, CamelContext camel) {
        if (!(endpoint.auth() instanceof Connector.Auth.OAuth2 oauth)) {
            return "";
        }
        String known = token;
        if (known != null && clock.instant().isBefore(expires)) {
            return known;
        }
        JsonNode answer = ask(base, oauth, camel);
        String fresh = answer.path("access_token").asString("");
        if (fresh.isEmpty()) {
            throw new PullFailed(PullFailed.Reason.REFUSED_LOGIN, "the token request brought no access_token");
        }
        token = fresh;
        expires = clock.instant()
                .plusSeconds(answer.path("expires_in").asLong(60))
                .minus(SAFETY);
        return fresh;
    }

    private JsonNode ask(URI base, Connector.Auth.OAuth2 oauth, CamelContext camel) {
        String form = "grant_type=client_credentials&client_id=" + encoded(oauth.clientId()) + "&client_secret="
                + encoded(oauth.clientSecret());
        try (var template = camel.createProducerTemplate()) {
            Exchange exchange = template.request(EndpointRoute.token(endpoint.name()), request -> {
                request.getIn().setHeader(Exchange.HTTP_METHOD, "POST");
                request.getIn()
                        .setHeader(
                                Exchange.HTTP_URI,
                                RequestAddress.of(base, oauth.tokenPath()).toString());
                request.getIn().setHeader(Exchange.CONTENT_TYPE, "application/x-www-form-urlencoded");
                request.getIn().setBody(form);
            });
            if (exchange.getException() != null) {
                throw Attempt.failure(exchange.getException());
            }
            int status = Attempt.number(exchange.getMessage(), Exchange.HTTP_RESPONSE_CODE, 0);
            if (status >= 400 && status < 500 && status != 429) {
                throw new PullFailed(PullFailed.Reason.REFUSED_LOGIN, "the token request was refused: HTTP " + status);
            }
            Attempt.refuseRedirect(status);
            if (status != 200) {
                throw new PullFailed(PullFailed.Reason.HTTP_STATUS, "the token request was answered HTTP " + status);
            }
            return JsonMapper.shared().readTree(exchange.getMessage().getBody(byte[].class));
        } catch (JacksonException e) {
            throw new PullFailed(PullFailed.Reason.NOT_THE_FORMAT, "the token request was not answered with JSON");
        } catch (IOException e) {
            throw new PullFailed(PullFailed.Reason.CUT_SHORT, "the token request's answer was cut short", -1, e);
        }
    }

    /** Reads the answer while the connection is open. */
    static void takeIn(Exchange exchange) throws IOException {
        try (InputStream in = Objects.requireNonNullElseGet(
                exchange.getMessage().getBody(InputStream.class), InputStream::nullInputStream)) {
            exchange.getMessage().setBody(in.readNBytes(MAX_ANSWER));
        }
    }

    private String encoded(Template template) {
        return URLEncoder.encode(template.resolve(environment), StandardCharsets.UTF_8);
    }
}
