package org.childfile.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Adapter;
import org.apache.coyote.ErrorState;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 with limits that Tomcat does not have: a time within which all headers, and one within which a request's whole
 * body, must have come, however steadily it drips; and a number of connections for each address.
 *
 * <p>Tomcat's own time-outs begin anew with every byte. Here a look at all connections, every so often, closes those whose
 * request began too long ago. A request that is complete may take as long as it needs.
 */
public final class GuardedProtocol extends Http11NioProtocol {

    private final Map<SocketWrapperBase<?>, Guarded> served = new ConcurrentHashMap<>();
    private ConnectionLimits limits = ConnectionLimits.USUAL;
    private @Nullable ScheduledFuture<?> looking;

    /** Made by Tomcat, by its name. */
    public GuardedProtocol() {
        super(new Counting());
    }

    /** Before it is started. */
    void limit(ConnectionLimits given) {
        limits = given;
        endpoint().limits = given;
    }

    private Counting endpoint() {
        return (Counting) super.getEndpoint();
    }

    @Override
    public void start() throws Exception {
        super.start();
        long every = Math.max(1, limits.headers().toMillis() / 10);
        looking = getUtilityExecutor().scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (looking != null) {
            looking.cancel(false);
        }
        super.stop();
    }

    @Override
    protected Processor createProcessor() {
        return new Guarded(this, getAdapter());
    }

    /** Closes what is too late. */
    private void look() {
        long now = System.nanoTime();
        for (SocketWrapperBase<NioChannel> socket : endpoint().getConnections()) {
            // What waits for more, and is in no request that has begun to be served, waits for headers.
            if (socket.getCurrentProcessor() instanceof Guarded waiting
                    && !waiting.isAsync()
                    && !waiting.isUpgrade()
                    && began(waiting.getRequest(), now) > limits.headers().toNanos()) {
                socket.setError(new SocketTimeoutException("the headers came too slowly"));
                if (!endpoint().processSocket(socket, SocketEvent.ERROR, true)) {
                    socket.close();
                }
            }
        }
        served.forEach((socket, guarded) -> {
            if (began(guarded.getRequest(), now) > limits.body().toNanos()
                    && !guarded.getRequest().isFinished()) {
                socket.close();
            }
        });
    }

    /** Nanoseconds since the first byte of a request; none where there was none yet. */
    private static long began(Request request, long now) {
        long start = request.getStartTimeNanos();
        return start < 0 ? 0 : now - start;
    }

    /** Known while it serves, so that it can be looked at. */
    private final class Guarded extends Http11Processor {
        Guarded(AbstractHttp11Protocol<?> protocol, Adapter adapter) {
            super(protocol, adapter);
        }

        /** What Tomcat calls a fault of the server, a coding or version that it does not know, is one of the request. */
        @Override
        protected void setErrorState(ErrorState state, @Nullable Throwable failure) {
            if (response.getStatus() == HttpServletResponse.SC_NOT_IMPLEMENTED
                    || response.getStatus() == HttpServletResponse.SC_HTTP_VERSION_NOT_SUPPORTED) {
                response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            }
            super.setErrorState(state, failure);
        }

        @Override
        public SocketState service(SocketWrapperBase<?> socket) throws IOException {
            served.put(socket, this);
            try {
                return super.service(socket);
            } finally {
                served.remove(socket);
            }
        }
    }

    /** Takes no more connections of one address than are allowed. */
    private static final class Counting extends NioEndpoint {
        private volatile ConnectionLimits limits = ConnectionLimits.USUAL;

        @Override
        protected boolean setSocketOptions(SocketChannel socket) {
            if (full(socket)) {
                destroySocket(socket);
                return true;
            }
            return super.setSocketOptions(socket);
        }

        private boolean full(SocketChannel socket) {
            try {
                if (socket.getRemoteAddress() instanceof InetSocketAddress from) {
                    String address = from.getAddress().getHostAddress();
                    return connections.values().stream()
                                    .filter(each -> address.equals(each.getRemoteAddr()))
                                    .count()
                            >= limits.perAddress();
                }
                return false;
            } catch (IOException e) {
                return true;
            }
        }
    }
}
