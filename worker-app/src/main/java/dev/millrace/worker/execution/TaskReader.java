package dev.millrace.worker.execution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.params.XAddParams;
import redis.clients.jedis.params.XReadGroupParams;
import redis.clients.jedis.resps.StreamEntry;

import dev.millrace.contract.RedisNames;
import dev.millrace.worker.redis.RemoveEntry;

/** Reads one queue's stream as this worker. Makes the group when Redis does not have it (yet, or any more). */
final class TaskReader {
    private static final long MAX_REJECTED = 10_000;
    private static final int MAX_PENDING = 10_000;
    private static final StreamEntryID FROM_THE_BEGINNING = new StreamEntryID(0, 0);

    private final UnifiedJedis redis;
    private final String queue;
    private final String stream;
    private final String worker;
    private boolean replyMayBeLost;

    TaskReader(UnifiedJedis redis, String queue, String worker) {
        this.redis = redis;
        this.queue = queue;
        this.stream = RedisNames.tasks(queue);
        this.worker = worker;
    }

    String queue() {
        return queue;
    }

    /**
     * Reads at most so many entries. After a failed read it first reads this worker's pending entries, since a reply may have
     * been lost. The worker may hold some of them already.
     */
    List<StreamEntry> poll(int count) {
        if (replyMayBeLost) {
            List<StreamEntry> own = read(params().count(MAX_PENDING), FROM_THE_BEGINNING);
            replyMayBeLost = false;
            if (!own.isEmpty()) {
                return own;
            }
        }
        return read(params().count(count), StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY);
    }

    /** As {@link #poll}, but waits for a first entry. */
    List<StreamEntry> pollBlocking(int count, int blockMillis) {
        return replyMayBeLost
                ? poll(count)
                : read(params().count(count).block(blockMillis), StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY);
    }

    /** Lets the next read start with the entries that this worker has not acknowledged. */
    void rereadOwn() {
        replyMayBeLost = true;
    }

    private static XReadGroupParams params() {
        return XReadGroupParams.xReadGroupParams();
    }

    private List<StreamEntry> read(XReadGroupParams params, StreamEntryID from) {
        boolean failed = true;
        try {
            var reply = redis.xreadGroup(RedisNames.WORKER_GROUP, worker, params, Map.of(stream, from));
            failed = false;
            return reply == null || reply.isEmpty() ? List.of() : reply.get(0).getValue();
        } catch (JedisDataException e) {
            if (e.getMessage() == null || !e.getMessage().startsWith("NOGROUP")) {
                throw e;
            }
            createGroup();
            failed = false;
            return List.of();
        } finally {
            replyMayBeLost |= failed;
        }
    }

    /** Acknowledges an entry and takes it off the stream, both or neither. */
    void acknowledge(StreamEntryID entry) {
        RemoveEntry.from(redis, queue, entry.toString());
    }

    /** Keeps an entry that cannot be read, with the reason, where operators find it. */
    void setAside(StreamEntry entry, String reason) {
        Map<String, String> fields = new HashMap<>(entry.getFields());
        fields.put("reason", reason);
        redis.xadd(
                RedisNames.rejected(stream),
                XAddParams.xAddParams().maxLen(MAX_REJECTED).approximateTrimming(),
                fields);
        acknowledge(entry.getID());
    }

    private void createGroup() {
        try {
            redis.xgroupCreate(stream, RedisNames.WORKER_GROUP, FROM_THE_BEGINNING, true);
        } catch (JedisDataException e) {
            if (e.getMessage() == null || !e.getMessage().startsWith("BUSYGROUP")) {
                throw e;
            }
        }
    }
}
