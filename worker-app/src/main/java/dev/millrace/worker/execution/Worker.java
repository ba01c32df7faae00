package dev.millrace.worker.execution;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

import dev.millrace.contract.Claim;
import dev.millrace.contract.TypeRejection;
import dev.millrace.contract.WorkerOrder;
import dev.millrace.contract.WorkerReport;
import dev.millrace.worker.child.ChildProcesses;
import dev.millrace.worker.metrics.WorkerMetrics;
import dev.millrace.worker.order.OrderSubscriber;
import dev.millrace.worker.redis.RedisFailures;
import dev.millrace.worker.registry.HandlerRegistry;
import dev.millrace.worker.report.HeartbeatSender;
import dev.millrace.worker.report.ReportOutbox;
import dev.millrace.worker.thread.UninterruptibleThread;

/** A worker: reads as many tasks as it has free slots, runs them, reports, follows orders, and shuts down gracefully. */
public final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final long DRAIN_MILLIS = 10_000;
    private static final long UNUSABLE_DRAIN_MILLIS = 1_000;

    private final String id = "w-" + UUID.randomUUID();
    private final UnifiedJedis redis;
    private final WorkerSettings settings;
    private final WorkerMode mode = new WorkerMode();
    private final HeldClaims heldClaims = new HeldClaims();
    private final ExecutorService threads = Executors.newCachedThreadPool(new SlotThreads());
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, new DaemonThreads("timer"));
    private final ScheduledExecutorService heartbeatTimer =
            Executors.newSingleThreadScheduledExecutor(new DaemonThreads("heartbeats"));
    private final WorkerMetrics metrics = new WorkerMetrics();
    private final RedisFailures redisFailures = new RedisFailures(this::stopOnOwnThread);
    private final ChildProcesses children;
    private final Slots slots;
    private final RunAttempt runAttempt;
    private final ReportOutbox outbox;
    private final HeartbeatSender heartbeats;
    private final OrderSubscriber orders;
    private final Thread reportThread;
    private final Thread readThread;
    private final Thread listener;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean exhausted;
    private volatile boolean handlerExited;
    private volatile boolean threadLost;

    /**
     * Makes a worker, which starts with {@link #start}.
     *
     * @param redis the worker closes it when it stops
     * @param connect opens another client, for the subscription alone
     */
    public Worker(
            UnifiedJedis redis, Supplier<UnifiedJedis> connect, HandlerRegistry handlers, WorkerSettings settings) {
        this.redis = redis;
        this.settings = settings;
        timer.setRemoveOnCancelPolicy(true);
        children = new ChildProcesses(settings.children(), threads);
        slots = new Slots(settings.slots(), threads, this::onExhausted);
        runAttempt = new RunAttempt(handlers, new PrepareAttempt(children), slots, timer);
        outbox = new ReportOutbox(redis, redisFailures, this::onReportDelivered);
        heartbeats = new HeartbeatSender(
                redis,
                handlers,
                new HeartbeatSnapshot(id, handlers.all(), settings, mode, heldClaims)::take,
                redisFailures);
        orders = new OrderSubscriber(
                connect, redisFailures, this::onStopOrder, this::onWorkerOrder, this::onTypeRejected);
        reportThread = new UninterruptibleThread("writer", Supervised.loop("sending reports", outbox));
        listener = new UninterruptibleThread("orders", Supervised.loop("receiving orders", orders));
        AcceptEntry acceptEntry =
                new AcceptEntry(id, outbox, heldClaims, mode, task -> slots.run(() -> runAttempt.runInSlot(task)));
        readThread = new UninterruptibleThread(
                "reader",
                Supervised.loop(
                        "reading tasks",
                        new ReadTasksLoop(
                                settings.queues().stream()
                                        .map(queue -> new TaskStreamReader(redis, queue, id))
                                        .toList(),
                                mode,
                                slots,
                                acceptEntry,
                                redisFailures)));
        registerGauges();
    }

    public String id() {
        return id;
    }

    /** @return this worker's metrics */
    public WorkerMetrics metrics() {
        return metrics;
    }

    public void start() {
        reportThread.start();
        listener.start();
        long every = HeartbeatSender.INTERVAL.toMillis();
        heartbeatTimer.scheduleWithFixedDelay(
                Supervised.step("sending a heartbeat", heartbeats), 0, every, TimeUnit.MILLISECONDS);
        heartbeatTimer.scheduleWithFixedDelay(
                Supervised.step("pinging the subscription to orders", orders::ping),
                every,
                every,
                TimeUnit.MILLISECONDS);
        heartbeatTimer.scheduleWithFixedDelay(
                Supervised.step("a check of the threads", this::checkThreads), every, every, TimeUnit.MILLISECONDS);
        readThread.start();
    }

    /**
     * Takes no new tasks, lets running tasks finish within the grace time, releases the rest and removes the heartbeat.
     * Returns when the worker has stopped, also if another thread called this first.
     */
    public void stop() throws InterruptedException {
        stopOnce(false);
    }

    /**
     * As {@link #stop}, because this process exits. If a handler caused the exit, that attempt has failed.
     *
     * @return whether a handler caused the exit
     */
    public boolean stopAtExit() throws InterruptedException {
        stopOnce(true);
        return handlerExited;
    }

    private void stopOnce(boolean exits) throws InterruptedException {
        if (stopping.compareAndSet(false, true)) {
            try {
                stopGracefully(exits);
            } finally {
                stopped.countDown();
            }
        }
        stopped.await();
    }

    /**
     * Waits until it has stopped, even if a handler interrupts the caller's thread.
     *
     * @return whether it stopped by itself, because too many handlers ignored the request to stop
     */
    public boolean awaitStop() {
        while (stopped.getCount() > 0) {
            try {
                stopped.await();
            } catch (InterruptedException e) {
                LOG.debug("Ignored an interrupt of the thread that waits for the end", e);
            }
        }
        return exhausted;
    }

    /** @return whether it has stopped because it lost a thread that it needs */
    public boolean hasLostThread() {
        return threadLost;
    }

    /** @return the permanent error of Redis that has stopped this worker, or null */
    public String permanentError() {
        return redisFailures.permanentError();
    }

    private void stopGracefully(boolean exits) throws InterruptedException {
        LOG.info("Stopping, {} tasks running", heldClaims.claims().size());
        mode.stop();
        failExitedAttempts(exits);
        heartbeatTimer.execute(heartbeats);
        readThread.join(2L * ReadTasksLoop.BLOCK_MILLIS);
        if (!slots.awaitEmpty(permanentError() == null ? settings.grace().toMillis() : 0)) {
            failExitedAttempts(false);
            heldClaims.attempts().forEach(task -> task.release("the worker is stopping"));
        }
        children.close();
        outbox.drain(reportThread, permanentError() == null ? DRAIN_MILLIS : UNUSABLE_DRAIN_MILLIS);
        orders.stop();
        heartbeatTimer.shutdown();
        heartbeatTimer.awaitTermination(1, TimeUnit.SECONDS);
        timer.shutdownNow();
        try {
            heartbeats.remove();
        } catch (JedisException e) {
            LOG.warn("Failed to remove the heartbeat, Redis unreachable: {}", e.getMessage());
        }
        redis.close();
        threads.shutdownNow();
        metrics.close();
        LOG.info("Stopped");
    }

    private void failExitedAttempts(boolean exits) {
        ExitingTasks.Found found = ExitingTasks.among(heldClaims.attempts(), exits);
        handlerExited |= found.byHandler();
        found.outcomes().forEach((task, outcome) -> {
            LOG.error("Failed claim {}: its handler called System.exit", task.claim());
            runAttempt.abandon(task, outcome);
        });
    }

    private void registerGauges() {
        metrics.gauge("millrace_worker_slots", "How many tasks it runs at once.", settings::slots);
        metrics.gauge("millrace_worker_slots_busy", "How many tasks it holds.", () -> heldClaims
                .claims()
                .size());
        metrics.gauge("millrace_worker_taking", "1 while it takes new tasks.", () -> mode.takesTasks() ? 1 : 0);
        metrics.gauge("millrace_worker_reports_unsent", "Reports that wait for Redis.", outbox::size);
    }

    private void onReportDelivered(String queue, WorkerReport report) {
        RunningAttempt task = heldClaims.get(report.claim());
        if (task != null) {
            metrics.attemptEnded(queue, task.dispatch().type(), report);
            heldClaims.end(report.claim());
        }
    }

    private void onStopOrder(Claim claim) {
        RunningAttempt task = heldClaims.markStopped(claim);
        if (task != null) {
            runAttempt.stop(task, StopReason.CANCELLED);
        }
    }

    private void onWorkerOrder(WorkerOrder order) {
        if (order.worker().equals(id)) {
            LOG.info("Received order {}", order);
            switch (order.kind()) {
                case QUIET -> mode.setQuiet(true);
                case RESUME -> mode.setQuiet(false);
                case STOP -> stopOnOwnThread();
            }
            heartbeatTimer.execute(heartbeats);
        }
    }

    private void onTypeRejected(TypeRejection rejection) {
        if (rejection.worker().equals(id)) {
            LOG.error("Servers reject task type {}: {}", rejection.type(), rejection.reason());
        }
    }

    private void onExhausted() {
        LOG.error(
                "Abandoned threads use all {} slots; stopping, so that the supervisor restarts the worker",
                settings.slots());
        exhausted = true;
        stopOnOwnThread();
    }

    /** A handler can stop even these threads, with deprecated methods of Java. */
    private void checkThreads() {
        Stream.of(readThread, reportThread, listener)
                .filter(thread -> thread.getState() == Thread.State.TERMINATED && !stopping.get())
                .findFirst()
                .ifPresent(this::lose);
    }

    private void lose(Thread thread) {
        LOG.error("Thread {} died; stopping, so that the supervisor restarts the worker", thread.getName());
        threadLost = true;
        stopOnOwnThread();
    }

    private void stopOnOwnThread() {
        new UninterruptibleThread("stop", this::stopIgnoringInterrupts).start();
    }

    private void stopIgnoringInterrupts() {
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
