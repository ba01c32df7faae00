package dev.millrace.result;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import redis.clients.jedis.resps.StreamEntry;

import dev.millrace.contract.RedisNames;
import dev.millrace.contract.WorkerReport;
import dev.millrace.platform.loop.Step;
import dev.millrace.platform.loop.StepResult;
import dev.millrace.redis.MultiStreamReader;

/** Reads the results streams of all queues, on one connection, and hands the entries to the queues' rounds. */
final class ReadResultStreams implements Step {
    /** The least number of entries of a queue in one call, for any number of queues. */
    private static final int MIN_AT_ONCE = 16;

    private static final Duration BLOCK_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration BLOCK_TIMEOUT_WITHOUT_SOME = Duration.ofMillis(100);
    private static final Duration UNTIL_WOKEN = Duration.ofMillis(20);
    private static final Duration MIN_PAUSE = Duration.ofMillis(5);

    private final MultiStreamReader streams;
    private final Consumer<String> wake;
    private final int batch;
    private final Map<String, PrefetchedReports> queues = new ConcurrentHashMap<>();
    private boolean deliveredLast;

    /**
     * @param wake gets each queue with new entries
     * @param batch most entries of one queue in one call
     */
    ReadResultStreams(MultiStreamReader streams, Consumer<String> wake, int batch) {
        this.streams = streams;
        this.wake = wake;
        this.batch = batch;
    }

    /** From now on it reads this queue. */
    void add(String queue, PrefetchedReports ahead) {
        queues.put(queue, ahead);
    }

    /** Removes the queues that no longer exist. */
    void retain(List<String> present) {
        queues.keySet().retainAll(present);
    }

    @Override
    public StepResult once() {
        Map<String, String> streamsOf = new HashMap<>();
        Duration busy = null;
        Duration busiest = Duration.ZERO;
        for (Map.Entry<String, PrefetchedReports> queue : queues.entrySet()) {
            if (queue.getValue().share()) {
                streamsOf.put(RedisNames.results(queue.getKey()), queue.getKey());
                Duration time = queue.getValue().busyFor(UNTIL_WOKEN);
                busy = busy == null || time.compareTo(busy) < 0 ? time : busy;
                busiest = time.compareTo(busiest) > 0 ? time : busiest;
            }
        }
        if (busy == null) {
            return StepResult.pollAgainIn(UNTIL_WOKEN);
        }
        if (!busy.isZero()) {
            return StepResult.pollAgainIn(busy); // Each round has enough work; meanwhile more entries gather in Redis.
        }
        if (deliveredLast && !busiest.isZero()) {
            deliveredLast = false;
            return StepResult.pollAgainIn(busiest.compareTo(MIN_PAUSE) < 0 ? busiest : MIN_PAUSE);
        }
        deliveredLast = read(streamsOf);
        return StepResult.MORE;
    }

    private boolean read(Map<String, String> streamsOf) {
        int count = Math.min(batch, Math.max(MIN_AT_ONCE, 2 * batch / streamsOf.size()));
        Duration timeout = streamsOf.size() == queues.size() ? BLOCK_TIMEOUT : BLOCK_TIMEOUT_WITHOUT_SOME;
        Map<String, List<StreamEntry>> read = new HashMap<>(streams.pollBlocking(streamsOf.keySet(), count, timeout));
        addOutcomes(read, count);
        read.forEach((stream, entries) -> handOver(streamsOf.get(stream), entries, count));
        return !read.isEmpty();
    }

    /** Another node takes over the entries of a removed queue, or they are deleted with the queue. */
    private void handOver(String queue, List<StreamEntry> entries, int enough) {
        PrefetchedReports ahead = queues.get(queue);
        if (ahead != null) {
            ahead.add(entries, enough);
            wake.accept(queue);
        }
    }

    /**
     * The outcome of a short task comes with its start, but Redis wakes a reader for the first of them. Written
     * together they are one transaction, not two.
     */
    private void addOutcomes(Map<String, List<StreamEntry>> read, int count) {
        List<String> started = read.entrySet().stream()
                .filter(stream -> containsOnlyStarts(stream.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (!started.isEmpty()) {
            streams.poll(started, count).forEach((stream, next) -> {
                List<StreamEntry> all = new ArrayList<>(read.get(stream));
                all.addAll(next);
                read.put(stream, all);
            });
        }
    }

    /** @return whether these are only starts of tasks */
    static boolean containsOnlyStarts(List<StreamEntry> entries) {
        return !entries.isEmpty() && entries.stream().allMatch(entry -> WorkerReport.isStarted(entry.getFields()));
    }
}
