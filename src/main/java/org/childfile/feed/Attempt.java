package org.childfile.feed;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.converter.stream.CachedOutputStream;
import org.jspecify.annotations.Nullable;

/** One attempt of one request: what goes out, and what is taken in. */
final class Attempt {

    static final String TRANSPORT = "CamelChildfileTransport";
    static final String PATH = "CamelChildfilePath";
    static final String PATTERN = "CamelChildfilePattern";
    static final String READER = "CamelChildfileReader";
    private static final int SMALL_BODY = 1 << 20;
    private static final int CHUNK = 1 << 16;

    private final Connector connector;
    private final Map<String, String> environment;
    private final Credentials credentials;
    private final TokenSource tokens;
    private final ReachableHosts hosts;

    Attempt(Connector connector, Map<String, String> environment, Clock clock, ReachableHosts.Lookup lookup) {
        this.connector = connector;
        this.environment = environment;
        this.credentials = new Credentials(environment, clock);
        this.tokens = new TokenSource(connector.peer(), environment, clock);
        this.hosts = new ReachableHosts(connector.peer(), () -> String.valueOf(base().getHost()), lookup);
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
        return RequestAddress.base(connector.peer(), environment);
    }

    static String path(Exchange exchange) {
        return Objects.requireNonNullElse(exchange.getProperty(PATH, String.class), "");
    }

    static int number(Message message, String header, int fallback) {
        return Objects.requireNonNullElse(message.getHeader(header, Integer.class), fallback);
    }

    void readFile(Exchange exchange) throws IOException {
        Path file = DirectoryFiles.choose(Path.of(base()), path(exchange), exchange.getProperty(PATTERN, String.class));
        exchange.getIn().setHeader(Exchange.FILE_NAME, file.getFileName().toString());
        exchange.getIn().setBody(Files.newInputStream(file));
    }

    void readSftp(Exchange exchange) throws IOException {
        SftpSource.read(base(), hosts, environment, connector, exchange);
    }

    void receive(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        int status = number(message, Exchange.HTTP_RESPONSE_CODE, 200);
        Map<String, String> headers = new HashMap<>();
        message.getHeaders()
                .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), String.valueOf(value)));
        try (InputStream in = message.getBody(InputStream.class)) {
            refuse(status, headers);
            if (status != 200) {
                throw new PullFailed(PullFailed.Reason.HTTP_STATUS, "the department answered HTTP " + status);
            }
            Answer answer = new Answer(status, headers, store(in, headers, exchange));
            try {
                message.setBody(reader(exchange).read(answer));
            } catch (IOException | RuntimeException e) {
                answer.close();
                throw e;
            }
        } catch (PullFailed e) {
            if (e.reason() == PullFailed.Reason.TOKEN_EXPIRED) {
                tokens.forget();
            }
            throw e;
        }
    }

    @SuppressWarnings("unchecked")
    private static AnswerReader<Object> reader(Exchange exchange) {
        return Objects.requireNonNull(exchange.getProperty(READER, AnswerReader.class));
    }

    /** Refuses an answer that is none to the question. */
    static void refuse(int status, Map<String, String> headers) {
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

    /** Takes the body in whole, so that a connection that breaks off is found out here. */
    private Answer.Body store(@Nullable InputStream in, Map<String, String> headers, Exchange exchange)
            throws IOException {
        if (in == null) {
            return new Answer.Bytes(new byte[0]);
        }
        InputStream limited =
                new LimitedInputStream(in, "max-answer", connector.limits().maxAnswerBytes());
        byte[] start = limited.readNBytes(SMALL_BODY);
        if (start.length < SMALL_BODY) {
            complete(start.length, headers);
            return new Answer.Bytes(start);
        }
        CachedOutputStream out = new CachedOutputStream(exchange, false);
        out.write(start);
        long length = start.length;
        byte[] chunk = new byte[CHUNK];
        for (int count = limited.read(chunk); count >= 0; count = limited.read(chunk)) {
            out.write(chunk, 0, count);
            length += count;
        }
        complete(length, headers);
        return new StoredBody(out, length);
    }

    private static void complete(long length, Map<String, String> headers) {
        String promised = headers.get("content-length");
        if (promised != null && !headers.containsKey("content-encoding") && !promised.equals(Long.toString(length))) {
            throw new PullFailed(
                    PullFailed.Reason.CUT_SHORT, "the answer has " + length + " of " + promised + " bytes");
        }
    }

    /** A body in Camel's spool. */
    private record StoredBody(CachedOutputStream stored, long length) implements Answer.Body {
        @Override
        public InputStream open() throws IOException {
            return stored.getInputStream();
        }

        @Override
        public void close() {
            try {
                stored.close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    /** What an attempt's exception means for the pull. */
    static PullFailed failure(@Nullable Throwable failure) {
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
