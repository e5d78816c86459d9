package org.childfile.lab.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The load of {@code bench --api}, a process of its own: asks for the addresses of a file, in turn, over a few connections
 * that stay open, and prints {@code requests seconds p50 p99 bytes}, times in milliseconds.
 */
final class ApiLoad {

    private ApiLoad() {}

    /** Arguments: port, file of a token, file of addresses, connections, seconds, seconds before the clock starts. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int port = Integer.parseInt(arguments[0]);
        String token = Files.readString(Path.of(arguments[1])).strip();
        List<String> addresses = Files.readAllLines(Path.of(arguments[2]));
        int connections = Integer.parseInt(arguments[3]);
        int seconds = Integer.parseInt(arguments[4]);
        int before = Integer.parseInt(arguments[5]);
        byte[][] requests = addresses.stream()
                .map(address -> ("GET " + address + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        long start = System.nanoTime() + before * 1_000_000_000L;
        long end = start + seconds * 1_000_000_000L;
        AtomicInteger next = new AtomicInteger();
        Asker[] askers = new Asker[connections];
        Thread[] threads = new Thread[connections];
        for (int i = 0; i < connections; i++) {
            Asker asker = new Asker(port, requests, next, start, end);
            askers[i] = asker;
            threads[i] = Thread.ofPlatform().start(asker);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        long[] took = Arrays.stream(askers).flatMapToLong(Asker::took).sorted().toArray();
        long bytes = Arrays.stream(askers).mapToLong(asker -> asker.bytes).sum();
        System.out.printf(
                Locale.ROOT,
                "%d %d %.2f %.2f %d%n",
                took.length,
                seconds,
                took[took.length / 2] / 1e6,
                took[(int) (took.length * 0.99)] / 1e6,
                bytes);
    }

    /** Asks over one connection until the end. */
    private static final class Asker implements Runnable {
        private final int port;
        private final byte[][] requests;
        private final AtomicInteger next;
        private final long start;
        private final long end;
        private final byte[] buffer = new byte[1 << 16];
        private long[] nanos = new long[1 << 16];
        private int count;
        private long bytes;
        private boolean closing;

        Asker(int port, byte[][] requests, AtomicInteger next, long start, long end) {
            this.port = port;
            this.requests = requests;
            this.next = next;
            this.start = start;
            this.end = end;
        }

        java.util.stream.LongStream took() {
            return Arrays.stream(nanos, 0, count);
        }

        @Override
        public void run() {
            while (System.nanoTime() < end) {
                ask();
            }
        }

        /** Over one connection, until the end or until the server has answered enough over it. */
        private void ask() {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setTcpNoDelay(true);
                InputStream in = socket.getInputStream();
                OutputStream out = socket.getOutputStream();
                closing = false;
                for (long began = System.nanoTime(); began < end && !closing; began = System.nanoTime()) {
                    out.write(requests[Math.floorMod(next.getAndIncrement(), requests.length)]);
                    int length = answer(in);
                    if (began >= start) {
                        if (count == nanos.length) {
                            nanos = Arrays.copyOf(nanos, 2 * count);
                        }
                        nanos[count++] = System.nanoTime() - began;
                        bytes += length;
                    }
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Reads one answer, whose length its head tells. */
        private int answer(InputStream in) throws IOException {
            int read = 0;
            int head = -1;
            int length = 0;
            while (head < 0 || read < head + length) {
                // Of a long body only the end is waited for.
                int room = head < 0 ? buffer.length - read : Math.min(buffer.length, head + length - read);
                int at = head < 0 ? read : 0;
                int got = in.read(buffer, at, room);
                if (got < 0) {
                    throw new IOException("the server closed the connection");
                }
                read += got;
                if (head < 0) {
                    String text = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
                    int blank = text.indexOf("\r\n\r\n");
                    if (blank >= 0) {
                        head = blank + 4;
                        if (!text.startsWith("HTTP/1.1 200")) {
                            throw new IOException(
                                    "answered: " + text.lines().findFirst().orElse(""));
                        }
                        closing = text.indexOf("Connection: close") >= 0;
                        int named = text.indexOf("Content-Length: ");
                        length = Integer.parseInt(text.substring(named + 16, text.indexOf('\r', named)));
                    }
                }
            }
            return read;
        }
    }
}
