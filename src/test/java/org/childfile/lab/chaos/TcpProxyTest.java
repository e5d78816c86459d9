package org.childfile.lab.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class TcpProxyTest {

    private static final int ANSWER = 100_000;

    private ServerSocket department;
    private TcpProxy proxy;

    @BeforeEach
    void start() throws IOException {
        department = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::answer);
        proxy = TcpProxy.to(department.getLocalPort());
    }

    private void answer() {
        while (true) {
            try (Socket asked = department.accept()) {
                asked.getInputStream().read();
                asked.getOutputStream().write(new byte[ANSWER]);
            } catch (IOException e) {
                if (department.isClosed()) {
                    return;
                }
            }
        }
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        department.close();
    }

    private Socket asking() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.getOutputStream().write('?');
        return socket;
    }

    private int came() throws IOException {
        try (Socket socket = asking();
                InputStream in = socket.getInputStream()) {
            return in.readAllBytes().length;
        }
    }

    @Test
    void anUndisturbedAnswerPassesWhole() throws IOException {
        assertThat(came()).isEqualTo(ANSWER);
        assertThat(proxy.struck()).isZero();
    }

    @Test
    void soManyConnectionsAreCutBehindSoManyBytes() throws IOException {
        proxy.disturb(new TcpProxy.Disturbance(TcpProxy.Kind.CUT, 12_345), 2);

        assertThat(new int[] {came(), came(), came()}).containsExactly(12_345, 12_345, ANSWER);
        assertThat(proxy.struck()).isEqualTo(2);
    }

    @Test
    void aConnectionThatStandsStillStaysOpen() throws IOException {
        proxy.disturb(new TcpProxy.Disturbance(TcpProxy.Kind.STALL, 10), 1);

        try (Socket socket = asking()) {
            assertThat(socket.getInputStream().readNBytes(10)).hasSize(10);
            socket.setSoTimeout(50);
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void aNetworkThatIsBackDisturbsNobody() throws IOException {
        proxy.disturb(new TcpProxy.Disturbance(TcpProxy.Kind.CUT, 0), Integer.MAX_VALUE);
        assertThat(came()).isZero();

        proxy.heal();
        assertThat(came()).isEqualTo(ANSWER);
    }
}
