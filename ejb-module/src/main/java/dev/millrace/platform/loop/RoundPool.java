package dev.millrace.platform.loop;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Runs the rounds of many loops on a few threads, in the order in which they are due, so that none starves. A loop that
 * waits, rests or pauses takes no thread.
 */
@ApplicationScoped
public class RoundPool implements AutoCloseable {
    private static final long STOP_TIMEOUT_MILLIS = 2_000;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory managed;

    private LoopSettings settings;

    private final AtomicInteger threadCount = new AtomicInteger();
    private ScheduledThreadPoolExecutor threads;

    /** For the container. */
    protected RoundPool() {}

    @Inject
    RoundPool(LoopSettings settings) {
        this.settings = settings;
    }

    /** @param size maximum number of threads, created when needed */
    public RoundPool(int size, ThreadFactory factory) {
        open(size, factory);
    }

    @PostConstruct
    void start() {
        open(settings.threads(), managed);
    }

    private void open(int size, ThreadFactory factory) {
        threads = new ScheduledThreadPoolExecutor(size, run -> newThread(factory, run));
        threads.setRemoveOnCancelPolicy(true);
    }

    private Thread newThread(ThreadFactory factory, Runnable run) {
        String name = "millrace-rounds-" + threadCount.incrementAndGet();
        Thread thread = factory.newThread(() -> {
            Thread.currentThread().setName(name);
            run.run();
        });
        thread.setDaemon(true);
        return thread;
    }

    /** @return a started loop; its first round runs at once */
    PooledLoop startLoop(String name, Step step, Duration pause) {
        PooledLoop loop = new PooledLoop(this, name, step, pause);
        loop.begin();
        return loop;
    }

    boolean isOpen() {
        return !threads.isShutdown();
    }

    Runnable schedule(Runnable round, Duration delay) {
        var scheduled = threads.schedule(round, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
    }

    /** Starts no further round and waits for running ones, for a bounded time. */
    @Override
    @PreDestroy
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(STOP_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
