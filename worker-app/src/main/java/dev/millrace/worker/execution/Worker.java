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

/** A worker: reads as many tasks as it has free slots, runs them, reports, obeys orders, and stops in order. */
public final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final long DRAIN_MILLIS = 10_000;
    private static final long REFUSED_DRAIN_MILLIS = 1_000;

    private final String id = "w-" + UUID.randomUUID();
    private final UnifiedJedis redis;
    private final WorkerSettings settings;
    private final WorkerMode intake = new WorkerMode();
    private final HeldClaims held = new HeldClaims();
    private final ExecutorService threads = Executors.newCachedThreadPool(new SlotThreads());
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, new DaemonThreads("timer"));
    private final ScheduledExecutorService beat =
            Executors.newSingleThreadScheduledExecutor(new DaemonThreads("heart"));
    private final WorkerMetrics figures = new WorkerMetrics();
    private final RedisFailures refusals = new RedisFailures(this::stopOnOwnThread);
    private final ChildProcesses children;
    private final Slots slots;
    private final RunAttempt runTask;
    private final ReportOutbox outbox;
    private final HeartbeatSender heart;
    private final OrderSubscriber orders;
    private final Thread writer;
    private final Thread reader;
    private final Thread listener;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean wornOut;
    private volatile boolean handlerExited;
    private volatile boolean threadLost;

    /**
     * Makes a worker, which begins with {@link #start}.
     *
     * @param redis closed when it stops
     * @param connect opens another client, for the subscription alone
     */
    public Worker(
            UnifiedJedis redis, Supplier<UnifiedJedis> connect, HandlerRegistry handlers, WorkerSettings settings) {
        this.redis = redis;
        this.settings = settings;
        timer.setRemoveOnCancelPolicy(true);
        children = new ChildProcesses(settings.children(), threads);
        slots = new Slots(settings.slots(), threads, this::wearOut);
        runTask = new RunAttempt(handlers, new PrepareAttempt(children), slots, timer);
        outbox = new ReportOutbox(redis, refusals, this::ended);
        heart = new HeartbeatSender(
                redis, handlers, new HeartbeatSnapshot(id, handlers.all(), settings, intake, held)::now, refusals);
        orders = new OrderSubscriber(connect, refusals, this::stopTask, this::obey, this::isRefused);
        writer = new UninterruptibleThread("writer", Supervised.loop("sending reports", outbox));
        listener = new UninterruptibleThread("orders", Supervised.loop("hearing orders", orders));
        StartAttempt begin = new StartAttempt(id, outbox, held, intake, task -> slots.run(() -> runTask.inSlot(task)));
        reader = new UninterruptibleThread(
                "reader",
                Supervised.loop(
                        "reading tasks",
                        new ReadTasks(
                                settings.queues().stream()
                                        .map(queue -> new TaskReader(redis, queue, id))
                                        .toList(),
                                intake,
                                slots,
                                begin,
                                refusals)));
        showLevels();
    }

    public String id() {
        return id;
    }

    /** @return what it has done and how it is, for monitoring */
    public WorkerMetrics figures() {
        return figures;
    }

    public void start() {
        writer.start();
        listener.start();
        long every = HeartbeatSender.EVERY.toMillis();
        beat.scheduleWithFixedDelay(Supervised.step("a heartbeat", heart), 0, every, TimeUnit.MILLISECONDS);
        beat.scheduleWithFixedDelay(
                Supervised.step("a check of the orders", orders::check), every, every, TimeUnit.MILLISECONDS);
        beat.scheduleWithFixedDelay(
                Supervised.step("a check of the threads", this::checkThreads), every, every, TimeUnit.MILLISECONDS);
        reader.start();
    }

    /**
     * Takes nothing new, lets what runs finish within the grace time, hands back the rest, says goodbye. Returns when all
     * of that is done, whoever began it.
     */
    public void stop() throws InterruptedException {
        stop(false);
    }

    /**
     * As {@link #stop}, because this process ends. If that is a handler's doing it costs the handler's task its attempt.
     *
     * @return whether it is
     */
    public boolean stopAtExit() throws InterruptedException {
        stop(true);
        return handlerExited;
    }

    private void stop(boolean exits) throws InterruptedException {
        if (stopping.compareAndSet(false, true)) {
            try {
                stopInOrder(exits);
            } finally {
                stopped.countDown();
            }
        }
        stopped.await();
    }

    /**
     * Waits until it has stopped, even if a handler interrupts the caller's thread.
     *
     * @return whether it did so by itself, because too many handlers ignored the request to stop
     */
    public boolean awaitStop() {
        while (stopped.getCount() > 0) {
            try {
                stopped.await();
            } catch (InterruptedException e) {
                LOG.debug("goes on: a handler has interrupted the thread that waits for the end", e);
            }
        }
        return wornOut;
    }

    /** @return whether it has stopped because a thread was lost without which it cannot work */
    public boolean hasLostThread() {
        return threadLost;
    }

    /** @return why Redis refuses this worker for good, which has ended it; null if it does not */
    public String refusal() {
        return refusals.sentence();
    }

    private void stopInOrder(boolean exits) throws InterruptedException {
        LOG.info("stops; {} tasks are running", held.claims().size());
        intake.close();
        endExited(exits);
        beat.execute(heart);
        reader.join(2L * ReadTasks.BLOCK_MILLIS);
        if (!slots.awaitEmpty(refusal() == null ? settings.grace().toMillis() : 0)) {
            endExited(false);
            held.tasks().forEach(task -> task.handBack("the worker stops"));
        }
        children.close();
        outbox.drain(writer, refusal() == null ? DRAIN_MILLIS : REFUSED_DRAIN_MILLIS);
        orders.stop();
        beat.shutdown();
        beat.awaitTermination(1, TimeUnit.SECONDS);
        timer.shutdownNow();
        try {
            heart.stop();
        } catch (JedisException e) {
            LOG.warn("cannot say goodbye, Redis is away: {}", e.getMessage());
        }
        redis.close();
        threads.shutdownNow();
        figures.close();
        LOG.info("stopped");
    }

    private void endExited(boolean exits) {
        ExitCallers.Found found = ExitCallers.among(held.tasks(), exits);
        handlerExited |= found.byHandler();
        found.outcomes().forEach((task, outcome) -> {
            LOG.error("{} fails, because its handler called System.exit", task.claim());
            runTask.abandon(task, outcome);
        });
    }

    private void showLevels() {
        figures.level("millrace_worker_slots", "How many tasks it runs at once.", settings::slots);
        figures.level("millrace_worker_slots_busy", "How many tasks it holds.", () -> held.claims()
                .size());
        figures.level("millrace_worker_taking", "1 while it takes new tasks.", () -> intake.isOpen() ? 1 : 0);
        figures.level("millrace_worker_reports_unsent", "Reports that wait for Redis.", outbox::unsent);
    }

    private void ended(String queue, WorkerReport report) {
        RunningAttempt task = held.get(report.claim());
        if (task != null) {
            figures.ended(queue, task.dispatch().type(), report);
            held.end(report.claim());
        }
    }

    private void stopTask(Claim claim) {
        RunningAttempt task = held.unwanted(claim);
        if (task != null) {
            runTask.stop(task, StopReason.CANCELLED);
        }
    }

    private void obey(WorkerOrder order) {
        if (order.worker().equals(id)) {
            LOG.info("is told: {}", order);
            switch (order.kind()) {
                case QUIET -> intake.setQuiet(true);
                case RESUME -> intake.setQuiet(false);
                case STOP -> stopOnOwnThread();
            }
            beat.execute(heart);
        }
    }

    private void isRefused(TypeRejection refusal) {
        if (refusal.worker().equals(id)) {
            LOG.error("the servers do not take task type {}: {}", refusal.type(), refusal.reason());
        }
    }

    private void wearOut() {
        LOG.error(
                "{} threads run handlers that ignore the request to stop; stops, so that its supervisor starts it afresh",
                settings.slots());
        wornOut = true;
        stopOnOwnThread();
    }

    /** A handler can end even these threads, with means that Java no longer recommends. */
    private void checkThreads() {
        Stream.of(reader, writer, listener)
                .filter(thread -> thread.getState() == Thread.State.TERMINATED && !stopping.get())
                .findFirst()
                .ifPresent(this::lose);
    }

    private void lose(Thread thread) {
        LOG.error("Lost thread {}; stops, so that its supervisor starts it afresh", thread.getName());
        threadLost = true;
        stopOnOwnThread();
    }

    private void stopOnOwnThread() {
        new UninterruptibleThread("stop", this::stopQuietly).start();
    }

    private void stopQuietly() {
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
