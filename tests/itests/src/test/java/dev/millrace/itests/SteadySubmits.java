package dev.millrace.itests;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import dev.millrace.testkit.client.ApiResponse;
import dev.millrace.testkit.client.SignedInClient;

import static org.awaitility.Awaitility.await;

/** A client that submits so many tasks a second, despite all errors, each with a key of its own, and stores every response. */
final class SteadySubmits implements AutoCloseable {
    private static final String TASK = "{\"type\":\"reverse_string\",\"parameters\":{\"text\":\"mill\"}}";
    private static final Duration TIMEOUT = Duration.ofSeconds(120);

    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService senders = Executors.newCachedThreadPool();
    private final Queue<Future<ApiResponse>> sent = new ConcurrentLinkedQueue<>();

    private SteadySubmits() {}

    static SteadySubmits of(SignedInClient owner, int perSecond) {
        SteadySubmits submits = new SteadySubmits();
        submits.pace.scheduleAtFixedRate(
                () -> submits.sent.add(submits.senders.submit(() -> owner.post(
                        "api/tasks", TASK, "Idempotency-Key", UUID.randomUUID().toString()))),
                0,
                1_000 / perSecond,
                TimeUnit.MILLISECONDS);
        return submits;
    }

    /** Waits until the server has answered so many more. */
    void awaitMore(int count) {
        long before = answered();
        await().atMost(TIMEOUT).until(() -> answered() >= before + count);
    }

    /** Stops sending, and returns all responses. */
    List<ApiResponse> stop() {
        pace.shutdown();
        List<ApiResponse> answers = new ArrayList<>();
        for (Future<ApiResponse> one : sent) {
            try {
                answers.add(one.get());
            } catch (ExecutionException e) {
                throw new AssertionError("a submit got no answer", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return answers;
    }

    private long answered() {
        return sent.stream().filter(Future::isDone).count();
    }

    @Override
    public void close() {
        pace.shutdownNow();
        senders.shutdownNow();
    }
}
