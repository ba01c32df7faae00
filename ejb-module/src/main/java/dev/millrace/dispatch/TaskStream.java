package dev.millrace.dispatch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.params.XPendingParams;
import redis.clients.jedis.resps.StreamConsumerInfo;
import redis.clients.jedis.resps.StreamEntry;
import redis.clients.jedis.resps.StreamPendingEntry;

import dev.millrace.contract.Claim;
import dev.millrace.contract.RedisNames;
import dev.millrace.contract.TaskDispatch;
import dev.millrace.contract.UnreadableMessage;
import dev.millrace.redis.LuaScript;
import dev.millrace.redis.StreamReader;

/** One queue's task stream, as the server sees it. */
final class TaskStream {
    private static final LuaScript APPEND = LuaScript.load(TaskStream.class, "append_tasks.lua");
    private static final LuaScript UNDELIVERED = LuaScript.load(TaskStream.class, "undelivered.lua");
    private static final LuaScript RECALL_UNDELIVERED = LuaScript.load(TaskStream.class, "recall_undelivered.lua");
    private static final LuaScript DELETE_CONSUMER = LuaScript.load(TaskStream.class, "delete_consumer.lua");

    private final UnifiedJedis redis;
    private final String queue;
    private final String stream;

    /** An entry that a worker has read and not finished. */
    record PendingDispatch(StreamEntry entry, Claim claim) {}

    TaskStream(UnifiedJedis redis, String queue) {
        this.redis = redis;
        this.queue = queue;
        this.stream = RedisNames.tasks(queue);
    }

    /** @return how many entries no worker has read yet */
    int undelivered() {
        Object count = UNDELIVERED.run(redis, List.of(stream), List.of(RedisNames.WORKER_GROUP));
        return Math.toIntExact((Long) count);
    }

    /** @return false if {@code lease} is not the queue's lease any more; then this appended no entry */
    boolean append(String lease, List<TaskDispatch> dispatches) {
        List<String> arguments = new ArrayList<>();
        arguments.add(lease);
        for (TaskDispatch dispatch : dispatches) {
            Map<String, String> fields = dispatch.toFields();
            arguments.add(Integer.toString(fields.size() * 2));
            fields.forEach((name, value) -> {
                arguments.add(name);
                arguments.add(value);
            });
        }
        Object appended = APPEND.run(redis, List.of(RedisNames.lease(queue), stream), arguments);
        return !Long.valueOf(-1).equals(appended);
    }

    /**
     * Recalls from the stream at most {@code count} entries that no worker has read; the caller owns their claims now.
     */
    List<Claim> recall(int count) {
        List<?> taken = (List<?>) RECALL_UNDELIVERED.run(
                redis, List.of(stream), List.of(RedisNames.WORKER_GROUP, Integer.toString(count)));
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < taken.size(); i += 2) {
            claims.add(new Claim(UUID.fromString((String) taken.get(i)), Long.parseLong((String) taken.get(i + 1))));
        }
        return claims;
    }

    /** Deletes these claims from the stream, at any position. */
    void withdraw(Set<Claim> claims) {
        StreamEntryID[] ids = redis.xrange(stream, (StreamEntryID) null, null).stream()
                .filter(entry -> claims.contains(claimOf(entry)))
                .map(StreamEntry::getID)
                .toArray(StreamEntryID[]::new);
        if (ids.length > 0) {
            redis.xdel(stream, ids);
        }
    }

    /** @return the claim of every entry of the stream, read or not, by task */
    Map<UUID, Long> claims() {
        Map<UUID, Long> claims = new HashMap<>();
        for (StreamEntry entry : redis.xrange(stream, (StreamEntryID) null, null)) {
            Claim claim = claimOf(entry);
            if (claim != null) {
                claims.put(claim.taskId(), claim.number());
            }
        }
        return claims;
    }

    /** @return the names of all consumers that ever read this stream */
    List<String> consumers() {
        try {
            return redis.xinfoConsumers2(stream, RedisNames.WORKER_GROUP).stream()
                    .map(StreamConsumerInfo::getName)
                    .toList();
        } catch (JedisDataException e) {
            if (e.getMessage() != null
                    && (e.getMessage().contains("NOGROUP") || e.getMessage().contains("no such key"))) {
                return List.of();
            }
            throw e;
        }
    }

    /**
     * @return the entries that a consumer has read and not finished; a claim of null means that the entry is deleted or
     *     unreadable
     */
    List<PendingDispatch> pendingOf(String consumer, int count) {
        List<PendingDispatch> pending = new ArrayList<>();
        XPendingParams ofConsumer = XPendingParams.xPendingParams()
                .start(StreamEntryID.MINIMUM_ID)
                .end(StreamEntryID.MAXIMUM_ID)
                .count(count)
                .consumer(consumer);
        for (StreamPendingEntry delivered : redis.xpending(stream, RedisNames.WORKER_GROUP, ofConsumer)) {
            List<StreamEntry> found = redis.xrange(stream, delivered.getID(), delivered.getID());
            StreamEntry entry = found.isEmpty() ? new StreamEntry(delivered.getID(), Map.of()) : found.get(0);
            pending.add(new PendingDispatch(entry, claimOf(entry)));
        }
        return pending;
    }

    void acknowledge(List<PendingDispatch> pending) {
        new StreamReader(redis, stream, RedisNames.WORKER_GROUP, "dispatcher")
                .acknowledge(pending.stream().map(PendingDispatch::entry).toList());
    }

    /** @return false if it still holds entries; then it remains */
    boolean deleteConsumer(String consumer) {
        Object dropped = DELETE_CONSUMER.run(redis, List.of(stream), List.of(RedisNames.WORKER_GROUP, consumer));
        return Long.valueOf(1).equals(dropped);
    }

    private static Claim claimOf(StreamEntry entry) {
        try {
            return TaskDispatch.fromFields(entry.getFields()).claim();
        } catch (UnreadableMessage e) {
            return null;
        }
    }
}
