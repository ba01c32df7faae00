package dev.millrace.itests.client;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** A user's open WebSocket. */
public final class LiveSocket implements WebSocket.Listener, AutoCloseable {
    private final ReceivedEvents inbox = new ReceivedEvents();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private WebSocket socket;

    private LiveSocket() {}

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
        URI address = URI.create(base.resolve("ws/notifications").toString().replaceFirst("^http", "ws") + query);
        LiveSocket live = new LiveSocket();
        WebSocket.Builder builder = http.newWebSocketBuilder();
        headers.forEach(builder::header);
        live.socket = builder.subprotocols("cloudevents.json")
                .connectTimeout(Duration.ofSeconds(20))
                .buildAsync(address, live)
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
        return live;
    }

    public ReceivedEvents inbox() {
        return inbox;
    }

    public void send(String text) {
        socket.sendText(text, true).orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** Waits until the server has closed the socket, and returns its code. */
    public int closedWith() {
        return closed.orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            inbox.add(Event.parse(partial.toString()));
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.complete(1006);
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
