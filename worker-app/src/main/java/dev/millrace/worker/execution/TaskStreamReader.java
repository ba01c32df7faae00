package dev.millrace.worker.execution;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.resps.StreamEntry;

import dev.millrace.contract.RedisNames;
import dev.millrace.redis.StreamReader;

/** Reads one queue's stream as this worker, and remembers when a reply may have been lost. */
final class TaskStreamReader {
    private static final int MAX_PENDING = 10_000;

    private final String queue;
    private final StreamReader stream;
    private boolean replyMayBeLost;

    TaskStreamReader(UnifiedJedis redis, String queue, String worker) {
        this.queue = queue;
        this.stream = new StreamReader(redis, RedisNames.tasks(queue), RedisNames.WORKER_GROUP, worker);
    }

    String queue() {
        return queue;
    }

    /**
     * Reads at most so many entries. After a failed read it first reads this worker's pending entries, since a reply
     * may have been lost. The worker may hold some of them already.
     */
    List<StreamEntry> poll(int count) {
        if (replyMayBeLost) {
            List<StreamEntry> own = guarded(() -> stream.pollOwn(MAX_PENDING));
            replyMayBeLost = false;
            if (!own.isEmpty()) {
                return own;
            }
        }
        return guarded(() -> stream.poll(count));
    }

    /** As {@link #poll}, but waits for a first entry. */
    List<StreamEntry> pollBlocking(int count, int blockMillis) {
        return replyMayBeLost ? poll(count) : guarded(() -> stream.pollBlocking(count, Duration.ofMillis(blockMillis)));
    }

    /** Lets the next read start with the entries that this worker has not acknowledged. */
    void rereadOwn() {
        replyMayBeLost = true;
    }

    private List<StreamEntry> guarded(Supplier<List<StreamEntry>> read) {
        boolean failed = true;
        try {
            List<StreamEntry> entries = read.get();
            failed = false;
            return entries;
        } finally {
            replyMayBeLost |= failed;
        }
    }

    /** Acknowledges an entry and deletes it from the stream, both or neither. */
    void acknowledge(StreamEntry entry) {
        stream.acknowledge(List.of(entry));
    }

    /** Moves an unreadable entry to the stream of rejected messages, with the reason; long values are cut. */
    void setAside(StreamEntry entry, String reason) {
        stream.setAside(entry, reason);
    }
}
