package dev.millrace.testkit.client;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A user's open WebSocket, which keeps all events. */
public final class LiveSocket implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int BROKEN = 1006;

    private final ReceivedEvents inbox = new ReceivedEvents();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final EventSocket socket;

    private LiveSocket(HttpClient http, URI base, String query, Map<String, String> headers) {
        socket = EventSocket.open(http, base, query, headers, LIMIT, new InboxListener());
    }

    /**
     * Opens the socket.
     *
     * @param base root of the application
     * @param since the last event seen before, or null
     */
    static LiveSocket open(HttpClient http, URI base, String ticket, String since) {
        String query = "?ticket=" + encoded(ticket) + (since == null ? "" : "&since=" + encoded(since));
        return openWith(http, base, query, Map.of());
    }

    /** Opens it with headers of the caller's choice. */
    static LiveSocket openWith(HttpClient http, URI base, String query, Map<String, String> headers) {
        return new LiveSocket(http, base, query, headers);
    }

    public ReceivedEvents inbox() {
        return inbox;
    }

    public void send(String text) {
        socket.send(text, LIMIT);
    }

    /** Waits until the server has closed the socket, and returns its code. */
    public int closedWith() {
        return closed.orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        socket.close();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private final class InboxListener implements EventSocket.FrameListener {
        @Override
        public void frame(String text) {
            inbox.add(Event.parse(text));
        }

        @Override
        public void closed(int code, String reason) {
            closed.complete(code);
        }

        @Override
        public void failed(Throwable error) {
            closed.complete(BROKEN);
        }
    }
}
