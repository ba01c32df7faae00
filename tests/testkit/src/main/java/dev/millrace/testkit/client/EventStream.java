package dev.millrace.testkit.client;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

/** An open stream of Server-Sent Events. */
public final class EventStream implements Subscriber<String>, AutoCloseable {
    private final ReceivedEvents inbox = new ReceivedEvents();
    private final CompletableFuture<Subscription> subscription = new CompletableFuture<>();
    private final StringBuilder data = new StringBuilder();
    private CompletableFuture<HttpResponse<Void>> answer;

    private EventStream() {}

    static EventStream open(HttpClient http, HttpRequest request) {
        EventStream stream = new EventStream();
        stream.answer = http.sendAsync(request, BodyHandlers.fromLineSubscriber(stream));
        return stream;
    }

    public ReceivedEvents inbox() {
        return inbox;
    }

    @Override
    public void onSubscribe(Subscription lines) {
        subscription.complete(lines);
        lines.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        if (line.startsWith("data:")) {
            data.append(line.substring(5).strip());
        } else if (line.isEmpty() && data.length() > 0) {
            inbox.add(Event.parse(data.toString()));
            data.setLength(0);
        }
    }

    @Override
    public void onError(Throwable error) {
        data.setLength(0);
    }

    @Override
    public void onComplete() {
        data.setLength(0);
    }

    @Override
    public void close() {
        subscription.thenAccept(Subscription::cancel);
        answer.cancel(true);
    }
}
