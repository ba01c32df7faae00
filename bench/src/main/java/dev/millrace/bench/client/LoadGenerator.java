package dev.millrace.bench.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

import dev.millrace.testkit.client.ApiClient;
import dev.millrace.testkit.client.SignedInClient;

/** Some users of one server, each with one open WebSocket, who submit tasks of type {@code nothing} and wait for results. */
public final class LoadGenerator implements AutoCloseable {
    /** Practically no bound on the tasks whose results have not arrived yet. */
    public static final int UNBOUNDED = Integer.MAX_VALUE / 2;

    private static final int OPEN_TASKS = 1 << 21;
    private static final long MAX_MICROS = 600_000_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(120);
    private static final int ACCEPTED = 202;

    private final List<SignedInClient> users;
    private final List<LoadSocket> sockets = new ArrayList<>();
    private final AtomicLongArray sentAt = new AtomicLongArray(OPEN_TASKS);
    private final AtomicLong numbers = new AtomicLong(1);
    private final List<String> closed = new CopyOnWriteArrayList<>();
    private volatile RunningLoad run = new RunningLoad();
    private volatile boolean waiting = true;

    /** The counts of one run so far; its histograms are in microseconds. */
    private static final class RunningLoad {
        final Histogram answers = new ConcurrentHistogram(MAX_MICROS, 3);
        final Histogram results = new ConcurrentHistogram(MAX_MICROS, 3);
        final AtomicLong sent = new AtomicLong();
        final AtomicLong received = new AtomicLong();
        final Semaphore permits = new Semaphore(0);
        final long begin = System.nanoTime();
        volatile long lastAnswer = begin;
        volatile long lastResult = begin;
        final AtomicLong others = new AtomicLong();
        volatile long othersUntilLast;

        /** @return false if there is no permit before that time */
        boolean acquire(long end) {
            try {
                return System.nanoTime() < end && permits.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    /**
     * The result of a run.
     *
     * @param tasks how many the users submitted
     * @param lost how many results did not arrive in time
     * @param submitSeconds from the first request to the last response
     * @param endToEndSeconds from the first request to the last result
     * @param answers from request to response, µs
     * @param results from request to result, µs
     */
    public record LoadResult(
            long tasks, long lost, double submitSeconds, double endToEndSeconds, Histogram answers, Histogram results) {
        public double submitRate() {
            return tasks / submitSeconds;
        }

        public double endToEndRate() {
            return (tasks - lost) / endToEndSeconds;
        }
    }

    /**
     * The result of a drain.
     *
     * @param seconds until the last awaited result
     * @param others how many other tasks of these users have succeeded meanwhile
     */
    public record DrainResult(double seconds, long others) {}

    /** @param size how many users */
    public LoadGenerator(ApiClient apiClient, int size) {
        users = IntStream.range(0, size).mapToObj(i -> apiClient.signedIn()).toList();
        users.forEach(client -> sockets.add(LoadSocket.open(client, new ResultConsumer())));
    }

    private final class ResultConsumer implements LoadSocket.EventConsumer {
        @Override
        public void succeeded(long n) {
            long sent = n < 0 ? 0 : sentAt.getAndSet((int) (n % OPEN_TASKS), 0);
            if (sent != 0) {
                RunningLoad now = run;
                long time = System.nanoTime();
                now.results.recordValue(Math.min(MAX_MICROS, (time - sent) / 1_000));
                now.lastResult = time;
                now.othersUntilLast = now.others.get();
                now.received.incrementAndGet();
                now.permits.release();
            } else {
                run.others.incrementAndGet();
            }
        }

        @Override
        public void over(String why) {
            closed.add(why);
        }
    }

    /**
     * Submits one by one. Each connection sends the next request as soon as the server has answered the last.
     *
     * @param open most tasks whose results have not arrived yet
     */
    public LoadResult flatOut(int connections, Duration time, int open) {
        RunningLoad now = begin();
        now.permits.release(open);
        long end = now.begin + time.toNanos();
        return perform(now, connections, connection -> {
            while (now.acquire(end)) {
                send(now, connection, System.nanoTime());
            }
        });
    }

    /** Submits one by one at a steady pace; the time of a late request counts from when it was due. */
    public LoadResult steadily(int connections, Duration time, double perSecond) {
        RunningLoad now = begin();
        AtomicLong next = new AtomicLong();
        long count = Math.round(perSecond * time.toNanos() / 1e9);
        return perform(now, connections, connection -> {
            for (long i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                long due = now.begin + Math.round(i * 1e9 / perSecond);
                sleepUntil(due);
                send(now, connection, due);
            }
        });
    }

    /** Submits so many tasks in batches. */
    public LoadResult inBatches(int connections, int batches, int size) {
        return inBatches(connections, batches, size, TaskRequests.MIDDLE_PRIORITY);
    }

    /** Submits so many tasks in batches, with a priority from 0 to 9. */
    public LoadResult inBatches(int connections, int batches, int size, int priority) {
        RunningLoad now = begin();
        AtomicInteger left = new AtomicInteger(batches);
        return perform(now, connections, connection -> {
            while (left.getAndDecrement() > 0) {
                long first = numbers.getAndAdd(size);
                String requests = TaskRequests.nothings(first, size, priority);
                long time = System.nanoTime();
                if (waiting) {
                    expect(first, size, time);
                }
                now.sent.addAndGet(size);
                accepted(connection.many(requests));
                answered(now, time);
            }
        });
    }

    /**
     * Submits batches to a paused queue.
     *
     * @param resume resumes the queue
     * @return the result from then on
     */
    public DrainResult drainPausedQueue(int batches, int size, int priority, Runnable resume) {
        long first = numbers.get();
        withoutWaiting(() -> inBatches(2, batches, size, priority));
        return timed(first, batches * size, resume);
    }

    /**
     * Submits tasks of type {@code burn} in one batch.
     *
     * @return seconds until the last result
     */
    public double burns(int tasks, long rounds) {
        long first = numbers.getAndAdd(tasks);
        String requests = TaskRequests.burns(first, tasks, rounds);
        return timed(first, tasks, () -> users.get(0)
                        .post("api/tasks/batch", requests)
                        .expectingSuccess())
                .seconds();
    }

    private DrainResult timed(long first, int tasks, Runnable begin) {
        RunningLoad now = begin();
        expect(first, tasks, now.begin);
        now.sent.addAndGet(tasks);
        begin.run();
        awaitResults(now);
        if (now.received.get() < tasks) {
            throw new IllegalStateException((tasks - now.received.get()) + " results did not arrive");
        }
        return new DrainResult((now.lastResult - now.begin) / 1e9, now.othersUntilLast);
    }

    private void expect(long first, int tasks, long time) {
        for (long n = first; n < first + tasks; n++) {
            sentAt.set((int) (n % OPEN_TASKS), time);
        }
    }

    /** Runs work during which runs do not wait for results, as there are none. */
    public void withoutWaiting(Runnable work) {
        waiting = false;
        try {
            work.run();
        } finally {
            waiting = true;
        }
    }

    private RunningLoad begin() {
        run = new RunningLoad();
        return run;
    }

    private void send(RunningLoad now, SubmitConnection connection, long time) throws IOException {
        long n = numbers.getAndIncrement();
        if (waiting) {
            expect(n, 1, time);
        }
        now.sent.incrementAndGet();
        accepted(connection.one(TaskRequests.nothing(n)));
        answered(now, time);
    }

    private static void answered(RunningLoad now, long since) {
        now.lastAnswer = System.nanoTime();
        now.answers.recordValue(Math.min(MAX_MICROS, (now.lastAnswer - since) / 1_000));
    }

    private static void accepted(int status) {
        if (status != ACCEPTED) {
            throw new IllegalStateException("a submission was answered " + status);
        }
    }

    private interface Exchange {
        void on(SubmitConnection connection) throws IOException;
    }

    private LoadResult perform(RunningLoad now, int connections, Exchange talk) {
        InParallel.each(connections, i -> {
            try (SubmitConnection connection = SubmitConnection.of(users.get(i % users.size()))) {
                talk.on(connection);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        if (waiting) {
            awaitResults(now);
        }
        return new LoadResult(
                now.sent.get(),
                now.sent.get() - now.received.get(),
                (now.lastAnswer - now.begin) / 1e9,
                (now.lastResult - now.begin) / 1e9,
                now.answers.copy(),
                now.results.copy());
    }

    /** @throws IllegalStateException if the server has closed a connection, as the lost events are unknown then */
    private void awaitResults(RunningLoad now) {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        while (now.received.get() < now.sent.get() && System.nanoTime() < end) {
            if (!closed.isEmpty()) {
                throw new IllegalStateException("connections of the load generator were closed, with " + closed);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static void sleepUntil(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public void close() {
        sockets.forEach(LoadSocket::close);
    }
}
