package dev.millrace.bench.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

import dev.millrace.bench.client.InParallel;
import dev.millrace.bench.client.LoadSocket;
import dev.millrace.bench.client.SubmitConnection;
import dev.millrace.bench.client.TaskRequests;
import dev.millrace.bench.stack.ProcessStats;
import dev.millrace.testkit.client.SignedInClient;

import static org.awaitility.Awaitility.await;

/** Many open WebSockets: the server's heap for each, the rate of opening them, and the time of a push to all of them. */
final class ConnectionsBenchmark implements Benchmark {
    private static final String PART = "sessions";
    private static final int OPENERS = 8;

    /** Enough for a 99th percentile, together with the connections that receive each push. */
    private static final int PUSHES = 20;

    private static final int PUSHES_TO_MANY = 5;
    private static final int MANY = 1_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @Override
    public void on(TestBed testBed) {
        SignedInClient popular = testBed.apiClient().signedIn();
        SignedInClient single = testBed.apiClient().signedIn();
        ProcessStats server = testBed.millrace().program("server");
        Connections one = new Connections();
        Connections all = new Connections();
        try (one;
                all) {
            one.open(single, 1);
            long before = server.liveHeap();
            for (int number : testBed.sizes().sessions()) {
                int more = number - all.size();
                long begin = System.nanoTime();
                all.open(popular, more);
                testBed.add(PART, number + " open: connect rate", "1/s", more / ((System.nanoTime() - begin) / 1e9));
                testBed.add(
                        PART, number + " open: heap of each", "KB", (server.liveHeap() - before) / 1_000.0 / number);
                testBed.add(PART, number + " open: p99 of a push to one", "ms", push(single, one));
                testBed.add(PART, number + " open: p99 of a push to all", "ms", push(popular, all));
                testBed.add(PART, number + " open: lost sessions", "sessions", all.lost.get());
            }
        }
    }

    /** @return the 99th percentile of the times from a request until a connection receives its result, in ms */
    private static double push(SignedInClient client, Connections connections) {
        Histogram times = new ConcurrentHistogram(60_000_000, 3);
        int pushes = connections.size() > MANY ? PUSHES_TO_MANY : PUSHES;
        try (SubmitConnection connection = SubmitConnection.of(client)) {
            for (int i = 0; i < pushes; i++) {
                connections.expect(times);
                connection.one(TaskRequests.nothing(i));
                await("a result at each connection").atMost(TIMEOUT).until(connections::haveReceived);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return times.getValueAtPercentile(99) / 1e3;
    }

    /** The connections of one user. */
    private static final class Connections implements LoadSocket.EventConsumer, AutoCloseable {
        private final Queue<LoadSocket> open = new ConcurrentLinkedQueue<>();
        private final AtomicInteger lost = new AtomicInteger();
        private final AtomicInteger received = new AtomicInteger();
        private volatile long begin;
        private volatile Histogram times;

        void open(SignedInClient client, int number) {
            AtomicInteger left = new AtomicInteger(number);
            InParallel.each(OPENERS, i -> {
                while (left.getAndDecrement() > 0) {
                    open.add(LoadSocket.open(client, this));
                }
            });
        }

        int size() {
            return open.size();
        }

        void expect(Histogram histogram) {
            times = histogram;
            received.set(0);
            begin = System.nanoTime();
        }

        boolean haveReceived() {
            return received.get() >= open.size() - lost.get();
        }

        @Override
        public void succeeded(long n) {
            times.recordValue((System.nanoTime() - begin) / 1_000);
            received.incrementAndGet();
        }

        @Override
        public void over(String why) {
            lost.incrementAndGet();
        }

        @Override
        public void close() {
            List.copyOf(open).forEach(LoadSocket::close);
        }
    }
}
