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
import dev.millrace.worker.redis.LuaScript;
import dev.millrace.worker.redis.RedisFailures;

/** Writes reports in order, in pipelines; keeps each until Redis has it, however long that takes. */
public final class ReportOutbox implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ReportOutbox.class);
    private static final LuaScript FINISH = LuaScript.beside(ReportOutbox.class, "finish_task.lua");
    private static final int BATCH = 500;
    private static final long COMPANY_MILLIS = 5;
    private static final int MAX_UNSENT = 10_000;
    private static final long LONGEST_WAIT_MILLIS = 2_000;

    private final UnifiedJedis redis;
    private final RedisFailures refusals;
    private final BiConsumer<String, WorkerReport> ended;
    private final BlockingQueue<OutgoingReport> unsent = new LinkedBlockingQueue<>();
    private final Map<Claim, OutgoingReport> keptProgress = new ConcurrentHashMap<>();
    private final List<OutgoingReport> batch = new ArrayList<>();
    private boolean sent;
    private volatile boolean stopping;
    private volatile boolean sending;

    /** @param ended told of each report that ends a task, with its queue, once Redis has it */
    public ReportOutbox(UnifiedJedis redis, RedisFailures refusals, BiConsumer<String, WorkerReport> ended) {
        this.redis = redis;
        this.refusals = refusals;
        this.ended = ended;
    }

    /**
     * Takes a report that does not end its task; lets it go if far too many wait because Redis is away. But of each task the
     * latest progress is kept, and goes before its end.
     */
    public void tell(String queue, WorkerReport report) {
        OutgoingReport delivery = new OutgoingReport(queue, null, report);
        boolean isProgress = report instanceof WorkerReport.Progress;
        if (unsent.size() >= MAX_UNSENT) {
            if (isProgress) {
                keptProgress.put(report.claim(), delivery);
            }
            return;
        }
        if (isProgress) {
            keptProgress.remove(report.claim());
        }
        unsent.add(delivery);
    }

    /** Takes the report that ends a task; never lets it go. */
    public void finish(String queue, String entry, WorkerReport report) {
        OutgoingReport progress = keptProgress.remove(report.claim());
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
                collect();
                if (!batch.isEmpty()) {
                    deliver();
                    failures = 0;
                }
                sending = false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | Error e) {
                refusals.look(e);
                if (failures++ == 0) {
                    LOG.warn("reports cannot be sent, they are kept: {}", e.toString());
                }
                pause(Math.min(LONGEST_WAIT_MILLIS, 50L << Math.min(failures, 10)));
            }
        }
    }

    /** Sends what it has and ends; waits for that at most so long. */
    public void drain(Thread writer, long millis) throws InterruptedException {
        stopping = true;
        writer.join(millis);
    }

    /** @return whether everything told so far is in Redis */
    public boolean isEmpty() {
        return unsent.isEmpty() && !sending;
    }

    /** @return how many reports wait to be sent */
    public int unsent() {
        return unsent.size();
    }

    /** If it fails on the way it goes on there: what Redis has is not sent again. */
    private void deliver() {
        if (!sent) {
            send();
            sent = true;
        }
        for (int last = batch.size() - 1; last >= 0; last--) {
            OutgoingReport delivery = batch.get(last);
            if (delivery.endsTask()) {
                ended.accept(delivery.queue(), delivery.report());
            }
            batch.remove(last);
        }
        sent = false;
    }

    private void collect() throws InterruptedException {
        if (batch.isEmpty()) {
            OutgoingReport first = unsent.poll(200, TimeUnit.MILLISECONDS);
            if (first != null) {
                sending = true;
                batch.add(first);
                unsent.drainTo(batch, BATCH - 1);
                awaitOutcomes();
            }
        }
    }

    /** The outcome of a short task follows its start at once; sent together the server writes them in one transaction. */
    private void awaitOutcomes() throws InterruptedException {
        if (batch.stream().allMatch(delivery -> delivery.report() instanceof WorkerReport.Started)) {
            OutgoingReport next = unsent.poll(COMPANY_MILLIS, TimeUnit.MILLISECONDS);
            if (next != null) {
                batch.add(next);
                unsent.drainTo(batch, BATCH - batch.size());
            }
        }
    }

    private void send() {
        Set<String> withRoom = new LinkedHashSet<>();
        List<Response<?>> replies = new ArrayList<>();
        try (AbstractPipeline pipeline = redis.pipelined()) {
            for (OutgoingReport delivery : batch) {
                String results = RedisNames.results(delivery.queue());
                Map<String, String> fields = delivery.report().toFields();
                if (delivery.endsTask()) {
                    List<String> keys = List.of(RedisNames.tasks(delivery.queue()), results);
                    List<String> arguments = arguments(delivery.entry(), fields);
                    // The first of a queue brings the script along for those behind it.
                    replies.add(
                            withRoom.add(delivery.queue())
                                    ? pipeline.eval(FINISH.text(), keys, arguments)
                                    : pipeline.evalsha(FINISH.digest(), keys, arguments));
                } else {
                    replies.add(pipeline.xadd(results, StreamEntryID.NEW_ENTRY, fields));
                }
            }
            pipeline.sync();
        }
        replies.forEach(Response::get);
        withRoom.forEach(queue -> redis.publish(RedisNames.CAPACITY_FREED, queue));
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
