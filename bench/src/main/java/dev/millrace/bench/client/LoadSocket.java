package dev.millrace.bench.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.millrace.testkit.client.EventSocket;
import dev.millrace.testkit.client.SignedInClient;

/** A user's open WebSocket. It parses each frame only as far as it must. */
public final class LoadSocket implements EventSocket.FrameListener, AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
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

    private final EventConsumer consumer;
    private final CompletableFuture<LoadSocket> ready = new CompletableFuture<>();
    private final EventSocket socket;

    private LoadSocket(SignedInClient client, EventConsumer consumer) {
        this.consumer = consumer;
        socket = EventSocket.open(
                client.apiClient().http(),
                client.apiClient().address(),
                "?batch=true&ticket=" + client.ticket(),
                Map.of(),
                TIMEOUT,
                this);
    }

    /** Opens a WebSocket as a browser does, by a ticket; returns when the server says that it is ready. */
    public static LoadSocket open(SignedInClient client, EventConsumer consumer) {
        return new LoadSocket(client, consumer)
                .ready
                .orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    @Override
    public void frame(String text) {
        for (String event : events(text)) {
            if (event.contains(SUCCEEDED)) {
                consumer.succeeded(number(event));
            } else if (event.contains(READY)) {
                ready.complete(this);
            } else {
                consumer.other();
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
    public void closed(int code, String reason) {
        end(code + " " + reason);
    }

    @Override
    public void failed(Throwable error) {
        end(error.toString());
    }

    private void end(String why) {
        ready.completeExceptionally(new IllegalStateException("the session is over: " + why));
        consumer.over(why);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
