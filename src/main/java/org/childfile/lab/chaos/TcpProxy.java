package org.childfile.lab.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A network between this machine and one port of it, which can be disturbed: every connection passes until so many bytes of the
 * answer have come; then it ends, or nothing comes any more.
 */
final class TcpProxy implements AutoCloseable {

    private static final int BLOCK = 8192;

    private final ServerSocket listening;
    private final InetSocketAddress target;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger left = new AtomicInteger();
    private final AtomicInteger struck = new AtomicInteger();
    private volatile Disturbance disturbance = new Disturbance(Kind.CUT, Long.MAX_VALUE);

    /** What becomes of a connection behind its limit. */
    enum Kind {
        /** It is closed. */
        CUT,
        /** It stays open, and no byte comes. */
        STALL
    }

    /** How a connection is disturbed, and how many bytes of its answers still pass before. */
    record Disturbance(Kind kind, long bytes) {}

    private TcpProxy(ServerSocket listening, InetSocketAddress target) {
        this.listening = listening;
        this.target = target;
    }

    /** In front of a port of this machine, on one that the system chooses. */
    static TcpProxy to(int port) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        TcpProxy proxy = new TcpProxy(new ServerSocket(0, 64, here), new InetSocketAddress(here, port));
        proxy.threads.execute(proxy::accept);
        return proxy;
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Disturbs so many of the connections that are still to come. */
    void disturb(Disturbance other, int connections) {
        disturbance = other;
        left.set(connections);
    }

    /** How many connections were disturbed since the start. */
    int struck() {
        return struck.get();
    }

    /** Lets everything pass from now on. */
    void heal() {
        left.set(0);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                boolean disturbed = left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
                threads.execute(() -> join(client, disturbed));
            } catch (IOException e) {
                // Closed.
                return;
            }
        }
    }

    private void join(Socket client, boolean disturbed) {
        try (client;
                Socket server = new Socket(target.getAddress(), target.getPort())) {
            open.add(client);
            threads.execute(() -> pass(client, server, Long.MAX_VALUE));
            if (!pass(server, client, disturbed ? disturbance.bytes() : Long.MAX_VALUE)) {
                struck.incrementAndGet();
                if (disturbance.kind() == Kind.STALL) {
                    // Until the client gives up.
                    client.getInputStream().transferTo(OutputStream.nullOutputStream());
                }
            }
        } catch (IOException e) {
            // Either end has gone, which is what a network does.
            return;
        } finally {
            open.remove(client);
        }
    }

    /** Whether all of it passed. */
    private static boolean pass(Socket from, Socket to, long most) {
        byte[] block = new byte[BLOCK];
        long passed = 0;
        try {
            InputStream in = from.getInputStream();
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                int now = (int) Math.min(read, most - passed);
                to.getOutputStream().write(block, 0, now);
                passed += now;
                if (passed >= most) {
                    return false;
                }
            }
            to.shutdownOutput();
        } catch (IOException e) {
            return true;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket each : open) {
            each.close();
        }
        threads.shutdownNow();
    }
}
