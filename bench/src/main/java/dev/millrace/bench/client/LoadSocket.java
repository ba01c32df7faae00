package dev.millrace.bench.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** A user's open WebSocket. It parses each frame only as far as it must. */
public final class LoadSocket implements WebSocket.Listener, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String EVENT = "{\"specversion\":";
    private static final String READY = "\"type\":\"dev.millrace.session.ready\"";
    private static final String SUCCEEDED = "\"type\":\"dev.millrace.task.succeeded\"";
    private static final String RESULT = "\"result\":{\"n\":";

    /** Receives the events, on the client's threads. */
    public interface EventConsumer {
        /** The task with that number has succeeded. */
        void succeeded(long n);

        /** Any other event of a task. */
        default void other() {}

        /** The connection has closed with that close code, or broken with that error. */
        default void over(String why) {}
    }

    private final EventConsumer heard;
    private final CompletableFuture<LoadSocket> ready = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private WebSocket socket;

    private LoadSocket(EventConsumer heard) {
        this.heard = heard;
    }

    static LoadSocket open(HttpClient http, URI base, String ticket, EventConsumer heard) {
        URI address = URI.create(base.resolve("ws/notifications?batch=true&ticket=" + ticket)
                .toString()
                .replaceFirst("^http", "ws"));
        LoadSocket listening = new LoadSocket(heard);
        listening.socket = http.newWebSocketBuilder()
                .subprotocols("cloudevents.json")
                .connectTimeout(PATIENCE)
                .buildAsync(address, listening)
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
        return listening.ready.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        if (last && partial.isEmpty()) {
            hear(data.toString());
        } else {
            partial.append(data);
            if (last) {
                hear(partial.toString());
                partial.setLength(0);
            }
        }
        webSocket.request(1);
        return null;
    }

    private void hear(String frame) {
        for (String event : events(frame)) {
            if (event.contains(SUCCEEDED)) {
                heard.succeeded(number(event));
            } else if (event.contains(READY)) {
                ready.complete(this);
            } else {
                heard.other();
            }
        }
    }

    /** @return the events of a frame: one, or an array of several */
    static List<String> events(String frame) {
        List<String> events = new ArrayList<>();
        int next = frame.indexOf(EVENT);
        while (next >= 0) {
            int at = next;
            next = frame.indexOf(EVENT, at + 1);
            events.add(frame.substring(at, next < 0 ? frame.length() : next));
        }
        return events;
    }

    /** @return -1 if the task's result has no number */
    static long number(String frame) {
        int at = frame.lastIndexOf(RESULT);
        if (at < 0) {
            return -1;
        }
        long n = 0;
        for (int i = at + RESULT.length(); Character.isDigit(frame.charAt(i)); i++) {
            n = n * 10 + (frame.charAt(i) - '0');
        }
        return n;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        end(code + " " + reason);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        end(error.toString());
    }

    private void end(String why) {
        ready.completeExceptionally(new IllegalStateException("the session is over: " + why));
        heard.over(why);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
