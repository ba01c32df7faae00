package dev.millrace.worker.run;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.resps.StreamEntry;

import dev.millrace.contract.Claim;
import dev.millrace.contract.TaskDispatch;
import dev.millrace.contract.UnreadableMessage;
import dev.millrace.contract.WorkerHeartbeat;
import dev.millrace.contract.WorkerReport;
import dev.millrace.worker.catalogue.Handlers;
import dev.millrace.worker.report.Heart;
import dev.millrace.worker.report.Outbox;

/** A worker: reads as many tasks as it has free slots, runs them, reports, and stops in order. */
public final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final int BLOCK_MILLIS = 1_000;
    private static final int BLOCK_MILLIS_OF_MANY = 100;
    private static final long DRAIN_MILLIS = 10_000;

    private final String id = "w-" + UUID.randomUUID();
    private final Instant startedAt = Instant.now();
    private final UnifiedJedis redis;
    private final Handlers handlers;
    private final WorkerSettings settings;
    private final RunHandler runHandler;
    private final Map<Claim, RunningTask> running = new ConcurrentHashMap<>();
    private final Semaphore freeSlots;
    private final ExecutorService slots;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(daemon("timer"));
    private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(daemon("heart"));
    private final Outbox outbox;
    private final Heart heart;
    private final Thread reader = daemon("reader").newThread(this::readUntilStopped);
    private final Thread writer;
    private volatile boolean stopping;

    public Worker(UnifiedJedis redis, Handlers handlers, WorkerSettings settings) {
        this.redis = redis;
        this.handlers = handlers;
        this.settings = settings;
        this.runHandler = new RunHandler(handlers);
        this.freeSlots = new Semaphore(settings.slots());
        this.slots = Executors.newFixedThreadPool(settings.slots(), daemon("slot"));
        this.outbox = new Outbox(redis, running::remove);
        this.heart = new Heart(redis, handlers, this::heartbeat);
        this.writer = daemon("writer").newThread(outbox);
    }

    public String id() {
        return id;
    }

    public void start() {
        writer.start();
        beat.scheduleWithFixedDelay(heart, 0, Heart.EVERY.toMillis(), TimeUnit.MILLISECONDS);
        reader.start();
    }

    /** Takes nothing new, lets what runs finish within the grace time, hands back the rest, says goodbye. */
    public void stop() throws InterruptedException {
        if (stopping) {
            return;
        }
        stopping = true;
        LOG.info("stops; {} tasks are running", running.size());
        beat.execute(heart);
        reader.join(2L * BLOCK_MILLIS);
        slots.shutdown();
        if (!slots.awaitTermination(settings.grace().toMillis(), TimeUnit.MILLISECONDS)) {
            running.values().forEach(this::handBack);
        }
        outbox.drain(writer, DRAIN_MILLIS);
        beat.shutdown();
        beat.awaitTermination(1, TimeUnit.SECONDS);
        timer.shutdownNow();
        try {
            heart.stop();
        } catch (JedisException e) {
            LOG.warn("cannot say goodbye, Redis is away: {}", e.getMessage());
        }
        redis.close();
        LOG.info("stopped");
    }

    private void handBack(RunningTask task) {
        task.end(new WorkerReport.Released(task.claim(), id, Instant.now(), "the worker stops"));
        task.stop();
    }

    private void readUntilStopped() {
        List<TaskReader> readers = settings.queues().stream()
                .map(queue -> new TaskReader(redis, queue, id))
                .toList();
        int block = readers.size() == 1 ? BLOCK_MILLIS : BLOCK_MILLIS_OF_MANY;
        int failures = 0;
        while (!stopping) {
            for (TaskReader queue : readers) {
                try {
                    readInto(queue, block);
                    failures = 0;
                } catch (InterruptedException e) {
                    return;
                } catch (JedisException e) {
                    failures++;
                    LOG.debug("cannot read {}", queue.queue(), e);
                    pause(Math.min(2_000, 50L << Math.min(failures, 10)));
                }
            }
        }
    }

    private void readInto(TaskReader queue, int block) throws InterruptedException {
        if (!freeSlots.tryAcquire(BLOCK_MILLIS, TimeUnit.MILLISECONDS)) {
            return;
        }
        int permits = 1 + freeSlots.drainPermits();
        int used = 0;
        try {
            if (!stopping) {
                for (StreamEntry entry : queue.read(permits, block)) {
                    used += begin(queue, entry) ? 1 : 0;
                }
            }
        } finally {
            freeSlots.release(permits - used);
        }
    }

    private boolean begin(TaskReader queue, StreamEntry entry) {
        TaskDispatch dispatch;
        try {
            dispatch = TaskDispatch.fromFields(entry.getFields());
        } catch (UnreadableMessage e) {
            LOG.warn("sets aside an unreadable entry of {}: {}", queue.queue(), e.getMessage());
            queue.setAside(entry, e.getMessage());
            return false;
        }
        RunningTask task = new RunningTask(queue.queue(), entry.getID().toString(), dispatch, id, outbox);
        running.put(task.claim(), task);
        slots.execute(() -> runInSlot(task));
        return true;
    }

    private void runInSlot(RunningTask task) {
        ScheduledFuture<?> deadline = task.dispatch().timeout() == null
                ? null
                : timer.schedule(task::timeOut, task.dispatch().timeout().toMillis(), TimeUnit.MILLISECONDS);
        try {
            runHandler.run(task);
        } catch (InterruptedException e) {
            task.end(new WorkerReport.Released(task.claim(), id, Instant.now(), "the worker stops"));
        } finally {
            if (deadline != null) {
                deadline.cancel(false);
            }
            freeSlots.release();
        }
    }

    private WorkerHeartbeat heartbeat() {
        return new WorkerHeartbeat(
                id,
                host(),
                ProcessHandle.current().pid(),
                settings.version(),
                settings.queues(),
                handlers.all().stream().map(type -> type.name()).toList(),
                settings.slots(),
                startedAt,
                Instant.now(),
                stopping,
                List.copyOf(running.keySet()),
                false,
                null);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadFactory daemon(String name) {
        return task -> {
            Thread thread = new Thread(task, "millrace-" + name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
