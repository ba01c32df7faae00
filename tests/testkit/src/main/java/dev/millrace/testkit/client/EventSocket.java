package dev.millrace.testkit.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** An open WebSocket for events. It joins the parts of each frame and gives it to a listener, on the client's threads. */
public final class EventSocket implements AutoCloseable {
    /** Receives whole frames and the end of the connection. */
    public interface FrameListener {
        void frame(String text);

        /** The server has closed the connection. */
        void closed(int code, String reason);

        /** The connection has broken. */
        void failed(Throwable error);
    }

    private final WebSocket socket;

    private EventSocket(WebSocket socket) {
        this.socket = socket;
    }

    /**
     * Opens the socket.
     *
     * @param base root of the application, with a closing slash
     * @param query of the address, with its question mark
     * @param limit for connecting
     */
    public static EventSocket open(
            HttpClient http,
            URI base,
            String query,
            Map<String, String> headers,
            Duration limit,
            FrameListener listener) {
        URI address = URI.create(base.resolve("ws/notifications").toString().replaceFirst("^http", "ws") + query);
        WebSocket.Builder builder = http.newWebSocketBuilder();
        headers.forEach(builder::header);
        return new EventSocket(builder.subprotocols("cloudevents.json")
                .connectTimeout(limit)
                .buildAsync(address, new JoinedFrames(listener))
                .orTimeout(limit.toSeconds(), TimeUnit.SECONDS)
                .join());
    }

    public void send(String text, Duration limit) {
        socket.sendText(text, true)
                .orTimeout(limit.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** Drops the connection without a closing handshake. */
    public void abort() {
        socket.abort();
    }

    /** Closes the connection as browsers do. */
    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
    }

    private static final class JoinedFrames implements WebSocket.Listener {
        private final FrameListener listener;
        private final StringBuilder partial = new StringBuilder();

        JoinedFrames(FrameListener listener) {
            this.listener = listener;
        }

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            if (last && partial.isEmpty()) {
                listener.frame(data.toString());
            } else {
                partial.append(data);
                if (last) {
                    listener.frame(partial.toString());
                    partial.setLength(0);
                }
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
            listener.closed(statusCode, reason);
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            listener.failed(error);
        }
    }
}
