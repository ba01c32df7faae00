package dev.millrace.worker.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.UnifiedJedis;

import dev.millrace.contract.Claim;
import dev.millrace.contract.RedisNames;
import dev.millrace.contract.WorkerReport;
import dev.millrace.redis.LuaScript;
import dev.millrace.worker.redis.RedisFailures;

/** Writes reports in order, in pipelines; holds each until Redis has it, for any time. */
public final class ReportOutbox implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ReportOutbox.class);
    private static final LuaScript FINISH = LuaScript.load(ReportOutbox.class, "finish_task.lua");
    private static final int BATCH = 500;
    private static final long COALESCE_MILLIS = 5;
    private static final int MAX_UNSENT = 10_000;
    private static final long MAX_PAUSE_MILLIS = 2_000;

    private final UnifiedJedis redis;
    private final RedisFailures redisFailures;
    private final BiConsumer<String, WorkerReport> onDelivered;
    private final BlockingQueue<OutgoingReport> unsent = new LinkedBlockingQueue<>();
    private final Map<Claim, OutgoingReport> latestProgress = new ConcurrentHashMap<>();
    private final List<OutgoingReport> batch = new ArrayList<>();
    private boolean batchSent;
    private volatile boolean stopping;
    private volatile boolean sending;

    /** @param onDelivered called with queue and report once Redis has a report with an outcome */
    public ReportOutbox(UnifiedJedis redis, RedisFailures redisFailures, BiConsumer<String, WorkerReport> onDelivered) {
        this.redis = redis;
        this.redisFailures = redisFailures;
        this.onDelivered = onDelivered;
    }

    /**
     * Takes a report without outcome; drops it if far too many wait because Redis is unavailable. But it retains each
     * task's latest progress and sends it before the task's outcome.
     */
    public void append(String queue, WorkerReport report) {
        OutgoingReport outgoing = new OutgoingReport(queue, null, report);
        boolean isProgress = report instanceof WorkerReport.Progress;
        if (unsent.size() >= MAX_UNSENT) {
            if (isProgress) {
                latestProgress.put(report.claim(), outgoing);
            }
            return;
        }
        if (isProgress) {
            latestProgress.remove(report.claim());
        }
        unsent.add(outgoing);
    }

    /** Takes a report with an outcome; never drops it. */
    public void appendFinal(String queue, String entry, WorkerReport report) {
        OutgoingReport progress = latestProgress.remove(report.claim());
        if (progress != null) {
            unsent.add(progress);
        }
        unsent.add(new OutgoingReport(queue, entry, report));
    }

    @Override
    public void run() {
        int failures = 0;
        while (!(stopping && unsent.isEmpty() && batch.isEmpty())
                && !Thread.currentThread().isInterrupted()) {
            try {
                fillBatch();
                if (!batch.isEmpty()) {
                    deliver();
                    failures = 0;
                }
                sending = false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | Error e) {
                redisFailures.record(e);
                if (failures++ == 0) {
                    LOG.warn("Failed to send reports, {} waiting: {}", unsent.size() + batch.size(), e.toString());
                }
                pause(Math.min(MAX_PAUSE_MILLIS, 50L << Math.min(failures, 10)));
            }
        }
    }

    /** Sends all reports and stops; waits at most so long. */
    public void drain(Thread writer, long millis) throws InterruptedException {
        stopping = true;
        writer.join(millis);
    }

    /** @return whether Redis has every report so far */
    public boolean isEmpty() {
        return unsent.isEmpty() && !sending;
    }

    /** @return how many reports wait to be sent */
    public int size() {
        return unsent.size();
    }

    /** After a failure it continues at the same place, so it repeats no report that Redis has. */
    private void deliver() {
        if (!batchSent) {
            send();
            batchSent = true;
        }
        for (int last = batch.size() - 1; last >= 0; last--) {
            OutgoingReport report = batch.get(last);
            if (report.endsAttempt()) {
                onDelivered.accept(report.queue(), report.report());
            }
            batch.remove(last);
        }
        batchSent = false;
    }

    private void fillBatch() throws InterruptedException {
        if (batch.isEmpty()) {
            OutgoingReport first = unsent.poll(200, TimeUnit.MILLISECONDS);
            if (first != null) {
                sending = true;
                batch.add(first);
                unsent.drainTo(batch, BATCH - 1);
                coalesceOutcomes();
            }
        }
    }

    /**
     * The outcome of a short task follows its start at once; when both arrive together the server writes them in one
     * transaction.
     */
    private void coalesceOutcomes() throws InterruptedException {
        if (batch.stream().allMatch(report -> report.report() instanceof WorkerReport.Started)) {
            OutgoingReport next = unsent.poll(COALESCE_MILLIS, TimeUnit.MILLISECONDS);
            if (next != null) {
                batch.add(next);
                unsent.drainTo(batch, BATCH - batch.size());
            }
        }
    }

    private void send() {
        Set<String> queuesWithFreeSlots = new LinkedHashSet<>();
        List<Response<?>> replies = new ArrayList<>();
        try (AbstractPipeline pipeline = redis.pipelined()) {
            for (OutgoingReport report : batch) {
                String results = RedisNames.results(report.queue());
                Map<String, String> fields = report.report().toFields();
                if (report.endsAttempt()) {
                    List<String> keys = List.of(RedisNames.tasks(report.queue()), results);
                    List<String> arguments = arguments(report.entry(), fields);
                    // The first entry of a queue loads the script for the later ones.
                    boolean isFirst = queuesWithFreeSlots.add(report.queue());
                    replies.add(FINISH.queue(pipeline, keys, arguments, isFirst));
                } else {
                    replies.add(pipeline.xadd(results, StreamEntryID.NEW_ENTRY, fields));
                }
            }
            pipeline.sync();
        }
        replies.forEach(Response::get);
        queuesWithFreeSlots.forEach(queue -> redis.publish(RedisNames.CAPACITY_FREED, queue));
    }

    private static List<String> arguments(String entry, Map<String, String> fields) {
        List<String> arguments = new ArrayList<>(List.of(RedisNames.WORKER_GROUP, entry));
        fields.forEach((name, value) -> {
            arguments.add(name);
            arguments.add(value);
        });
        return arguments;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
