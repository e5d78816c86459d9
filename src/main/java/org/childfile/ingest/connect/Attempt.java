package org.childfile.ingest.connect;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.connector.Credentials;
import org.childfile.ingest.connector.PullFailed;
import org.jspecify.annotations.Nullable;

/** One attempt of one request: what goes out, and what is taken in. */
public final class Attempt {

    static final String TRANSPORT = "CamelChildfileTransport";
    static final String PATH = "CamelChildfilePath";
    static final String PATTERN = "CamelChildfilePattern";
    static final String READER = "CamelChildfileReader";
    static final String GIVEN_UP = "CamelChildfileGivenUp";

    private final Connector connector;
    private final Map<String, String> environment;
    private final Credentials credentials;
    private final TokenSource tokens;
    private final ReachableHosts hosts;
    private final Spool spool;

    Attempt(Connector connector, Map<String, String> environment, Clock clock, ReachableHosts.Lookup lookup) {
        this.connector = connector;
        this.spool = new Spool(connector.limits().maxAnswerBytes());
        this.environment = environment;
        this.credentials = new Credentials(environment, clock);
        this.tokens = new TokenSource(connector.endpoint(), environment, clock);
        this.hosts = new ReachableHosts(connector.endpoint(), () -> String.valueOf(base().getHost()), lookup);
    }

    void prepare(Exchange exchange) {
        URI base = base();
        String path = path(exchange);
        String transport = base.getScheme().toLowerCase(Locale.ROOT);
        exchange.getIn().removeHeaders("*");
        exchange.getIn().setHeader(TRANSPORT, transport);
        if (!transport.equals("file") && !transport.equals("sftp")) {
            URI target = RequestAddress.of(base, path);
            String pathAndQuery =
                    target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery());
            String token = tokens.token(base, exchange.getContext());
            exchange.getIn().setHeader(Exchange.HTTP_METHOD, "GET");
            exchange.getIn().setHeader(Exchange.HTTP_URI, target.toString());
            credentials
                    .headers(connector.auth(), pathAndQuery, token)
                    .forEach((name, value) -> exchange.getIn().setHeader(name, value));
        }
    }

    ReachableHosts hosts() {
        return hosts;
    }

    private URI base() {
        return RequestAddress.base(connector.endpoint(), environment);
    }

    static String path(Exchange exchange) {
        return Objects.requireNonNullElse(exchange.getProperty(PATH, String.class), "");
    }

    public static int number(Message message, String header, int fallback) {
        return Objects.requireNonNullElse(message.getHeader(header, Integer.class), fallback);
    }

    void readFile(Exchange exchange) throws IOException {
        DirectoryFiles folder = new DirectoryFiles(Path.of(base()));
        WholeFile file = WholeFile.choose(
                folder, path(exchange), exchange.getProperty(PATTERN, String.class), connector.whole(), true);
        exchange.getIn().setHeader(Exchange.FILE_NAME, file.name());
        takeIn(folder, file, exchange);
    }

    void readSftp(Exchange exchange) throws IOException {
        try {
            SftpSource.read(
                    base(), hosts, environment, connector, exchange, (folder, file) -> takeIn(folder, file, exchange));
        } catch (IOException | RuntimeException e) {
            if (exchange.getIn().getBody() instanceof Answer.Body taken) {
                taken.close();
            }
            throw e;
        }
    }

    /** Takes a file's bytes in, and refuses them if they are not what its marker tells, or were written to meanwhile. */
    private void takeIn(Folder folder, WholeFile file, Exchange exchange) throws IOException {
        try (InputStream in = folder.open(file.name())) {
            Answer.Body body = spool.store(in, Map.of(), exchange);
            try {
                file.refuseChanged(folder);
                Digests.refuseOther(file.sha256(), body, "the one that its marker tells");
            } catch (IOException | RuntimeException e) {
                body.close();
                throw e;
            }
            exchange.getIn().setBody(body);
        }
    }

    void receive(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        if (message.getBody() instanceof Answer.Body body) {
            read(new Answer(200, Map.of(), body), exchange);
            return;
        }
        int status = number(message, Exchange.HTTP_RESPONSE_CODE, 200);
        Map<String, String> headers = new HashMap<>();
        message.getHeaders()
                .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), String.valueOf(value)));
        try (InputStream in = message.getBody(InputStream.class)) {
            refuse(status, headers);
            if (status != 200) {
                throw new PullFailed(PullFailed.Reason.HTTP_STATUS, "the department answered HTTP " + status);
            }
            read(new Answer(status, headers, spool.store(in, headers, exchange)), exchange);
        } catch (PullFailed e) {
            if (e.reason() == PullFailed.Reason.TOKEN_EXPIRED) {
                tokens.forget();
            }
            throw e;
        }
    }

    /** Lets the reader make something of an answer, which is given back if it cannot. */
    private static void read(Answer answer, Exchange exchange) throws IOException {
        try {
            exchange.getMessage().setBody(reader(exchange).read(answer));
        } catch (IOException | RuntimeException e) {
            answer.close();
            throw e;
        }
    }

    @SuppressWarnings("unchecked")
    private static AnswerReader<Object> reader(Exchange exchange) {
        return Objects.requireNonNull(exchange.getProperty(READER, AnswerReader.class));
    }

    /** Refuses an answer that is none to the question. */
    public static void refuse(int status, Map<String, String> headers) {
        if (status == 401 || status == 403) {
            throw new PullFailed(
                    PullFailed.Reason.REFUSED_LOGIN, "the department refused the credentials: HTTP " + status);
        }
        if (status == 429 || status == 503) {
            throw new PullFailed(
                    PullFailed.Reason.BUSY,
                    "the department is busy: HTTP " + status,
                    retryAfter(headers.get("retry-after")),
                    null);
        }
        refuseRedirect(status);
    }

    /** A redirect may lead anywhere, with the credentials; where the department has moved to is for its URL to say. */
    static void refuseRedirect(int status) {
        if (status >= 300 && status < 400 && status != 304) {
            throw new PullFailed(
                    PullFailed.Reason.FORBIDDEN_ADDRESS,
                    "the department redirects to another address (HTTP " + status + "); that is not followed");
        }
    }

    /** Milliseconds to wait; negative where the department says none, or says it as a date. */
    private static long retryAfter(@Nullable String seconds) {
        try {
            return seconds == null ? -1 : Math.multiplyExact(Long.parseLong(seconds.strip()), 1000L);
        } catch (NumberFormatException | ArithmeticException e) {
            return -1;
        }
    }

    /** What an attempt's exception means for the pull. */
    public static PullFailed failure(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PullFailed failed) {
                return failed;
            }
        }
        if (failure instanceof CamelExchangeException || failure instanceof IOException) {
            boolean begun = failure instanceof org.apache.hc.core5.http.ConnectionClosedException
                    || failure instanceof java.io.EOFException
                    || failure instanceof org.apache.hc.core5.http.MalformedChunkCodingException;
            return new PullFailed(
                    begun ? PullFailed.Reason.CUT_SHORT : PullFailed.Reason.UNREACHABLE,
                    begun ? "the answer was cut short" : "the department cannot be reached: " + kind(failure),
                    -1,
                    failure);
        }
        throw new IllegalStateException("the pull failed for a reason of our own", failure);
    }

    /** The kind of an I/O error; its own text may name hosts and paths, which belong in no report. */
    private static String kind(Throwable failure) {
        return failure.getClass().getSimpleName();
    }
}
