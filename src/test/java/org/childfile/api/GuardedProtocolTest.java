package org.childfile.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server of one page, with short limits, asked through sockets that send as slowly as an attacker would. */
@TestInstance(Lifecycle.PER_CLASS)
class GuardedProtocolTest {

    private static final Duration HEADERS = Duration.ofMillis(400);
    private static final Duration BODY = Duration.ofMillis(800);
    /** Well above the limits: who is not closed by then is not closed at all. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int PER_ADDRESS = 4;

    @TempDir
    private static Path directory;

    private final Tomcat tomcat = new Tomcat();

    /** Reads all that is sent, and says how much it was. */
    private static final class Reader extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            int bytes = request.getInputStream().readAllBytes().length;
            response.getOutputStream().write(Integer.toString(bytes).getBytes(StandardCharsets.US_ASCII));
        }
    }

    @BeforeAll
    void serve() throws Exception {
        tomcat.setBaseDir(directory.toString());
        Connector connector = new Connector(GuardedProtocol.class.getName());
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("connectionTimeout", "2000");
        ((GuardedProtocol) connector.getProtocolHandler()).limit(new ConnectionLimits(HEADERS, BODY, PER_ADDRESS));
        tomcat.setConnector(connector);
        StandardContext context = (StandardContext) tomcat.addContext("", null);
        Tomcat.addServlet(context, "reader", new Reader());
        context.addServletMappingDecoded("/*", "reader");
        tomcat.start();
    }

    @AfterAll
    void end() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }

    private Socket connected() throws IOException {
        Socket socket = new Socket("127.0.0.1", tomcat.getConnector().getLocalPort());
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** Sends a little again and again; true once the server has closed the connection. */
    private static boolean closedWhileDripping(Socket socket, String drop) throws IOException {
        socket.setSoTimeout(50);
        OutputStream out = socket.getOutputStream();
        InputStream in = socket.getInputStream();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                out.write(drop.getBytes(StandardCharsets.US_ASCII));
                if (in.read() < 0) {
                    return true;
                }
            } catch (SocketTimeoutException e) {
                // It waits for more, and gets it.
                continue;
            } catch (SocketException e) {
                return true;
            }
        }
        return false;
    }

    @ParameterizedTest
    @ValueSource(strings = {"G", "GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nHost: x\r\nX-Drip: "})
    void headersThatDripAreCutOffInTime(String begun) throws IOException {
        try (Socket socket = connected()) {
            send(socket, begun);
            assertThat(closedWhileDripping(socket, "a")).isTrue();
        }
    }

    @Test
    void headersThatDripInASecondRequestAreCutOffToo() throws IOException {
        try (Socket socket = connected()) {
            send(socket, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 200");
            send(socket, "GET / HTTP/1.1\r\nX-Drip: ");
            assertThat(closedWhileDripping(socket, "a")).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 100000\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\nFFFF\r\n"})
    void aBodyThatDripsIsCutOffInTime(String begun) throws IOException {
        try (Socket socket = connected()) {
            send(socket, "POST / HTTP/1.1\r\nHost: x\r\n" + begun);
            assertThat(closedWhileDripping(socket, "a")).isTrue();
        }
    }

    @Test
    void oneAddressHasNoMoreConnectionsThanAreAllowedAndGetsNewOnesWhenItGivesSomeUp() throws IOException {
        List<Socket> open = new ArrayList<>();
        try {
            for (int i = 0; i < PER_ADDRESS; i++) {
                open.add(connected());
                send(open.getLast(), "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
                assertThat(open.getLast().getInputStream().read()).isEqualTo('H');
            }
            try (Socket tooMany = connected()) {
                assertThat(closedWhileDripping(tooMany, "G")).isTrue();
            }
        } finally {
            for (Socket each : open) {
                each.close();
            }
        }
        assertThat(answersAgain()).isTrue();
    }

    private boolean answersAgain() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try (Socket socket = connected()) {
                send(socket, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
                if (socket.getInputStream().read() == 'H') {
                    return true;
                }
            } catch (SocketException e) {
                // The others are not all gone yet.
                continue;
            }
        }
        return false;
    }
}
