package dev.millrace.worker.run;

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

/** Reads one queue's stream as this worker. Makes the group when Redis does not have it (yet, or any more). */
final class TaskReader {
    private static final long MAX_REJECTED = 10_000;

    private final UnifiedJedis redis;
    private final String queue;
    private final String stream;
    private final String worker;

    TaskReader(UnifiedJedis redis, String queue, String worker) {
        this.redis = redis;
        this.queue = queue;
        this.stream = RedisNames.tasks(queue);
        this.worker = worker;
    }

    String queue() {
        return queue;
    }

    List<StreamEntry> read(int count, int blockMillis) {
        XReadGroupParams params =
                XReadGroupParams.xReadGroupParams().count(count).block(blockMillis);
        try {
            var reply = redis.xreadGroup(
                    RedisNames.WORKER_GROUP,
                    worker,
                    params,
                    Map.of(stream, StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY));
            return reply == null || reply.isEmpty() ? List.of() : reply.get(0).getValue();
        } catch (JedisDataException e) {
            if (e.getMessage() == null || !e.getMessage().startsWith("NOGROUP")) {
                throw e;
            }
            createGroup();
            return List.of();
        }
    }

    /** Keeps an entry that cannot be read, with the reason, where operators find it. */
    void setAside(StreamEntry entry, String reason) {
        Map<String, String> fields = new HashMap<>(entry.getFields());
        fields.put("reason", reason);
        redis.xadd(
                RedisNames.rejected(stream),
                XAddParams.xAddParams().maxLen(MAX_REJECTED).approximateTrimming(),
                fields);
        redis.xack(stream, RedisNames.WORKER_GROUP, entry.getID());
        redis.xdel(stream, entry.getID());
    }

    private void createGroup() {
        try {
            redis.xgroupCreate(stream, RedisNames.WORKER_GROUP, new StreamEntryID(0, 0), true);
        } catch (JedisDataException e) {
            if (e.getMessage() == null || !e.getMessage().startsWith("BUSYGROUP")) {
                throw e;
            }
        }
    }
}
