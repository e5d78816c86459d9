package org.childfile.access.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Sends anchors to a syslog server. */
final class SyslogSender {

    private static final int NOTICE = 5;
    private static final int MILLIS = 5000;

    private SyslogSender() {}

    /** Sends a message of RFC 5424. */
    static void send(String server, boolean tcp, int facility, SealedAnchor anchor) throws IOException {
        int colon = server.lastIndexOf(':');
        if (colon < 1 || !server.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw new IOException("no HOST:PORT");
        }
        InetSocketAddress address =
                new InetSocketAddress(server.substring(0, colon), Integer.parseInt(server.substring(colon + 1)));
        if (address.isUnresolved()) {
            throw new IOException("unknown host");
        }
        byte[] message = "<%d>1 %s - childfile %d audit-anchor - %s"
                .formatted(
                        facility * 8 + NOTICE,
                        anchor.at(),
                        ProcessHandle.current().pid(),
                        anchor.line())
                .getBytes(StandardCharsets.UTF_8);
        if (tcp) {
            try (Socket socket = new Socket()) {
                socket.connect(address, MILLIS);
                OutputStream out = socket.getOutputStream();
                out.write(String.format(Locale.ROOT, "%d ", message.length).getBytes(StandardCharsets.US_ASCII));
                out.write(message);
                out.flush();
                socket.shutdownOutput();
            }
        } else {
            try (DatagramSocket socket = new DatagramSocket()) {
                socket.send(new DatagramPacket(message, message.length, address));
            }
        }
    }
}
