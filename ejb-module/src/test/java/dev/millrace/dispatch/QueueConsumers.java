package dev.millrace.dispatch;

import java.util.List;

import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.resps.StreamEntry;

import dev.millrace.contract.Claim;
import dev.millrace.contract.RedisNames;
import dev.millrace.contract.TaskDispatch;
import dev.millrace.contract.UnreadableMessage;
import dev.millrace.redis.StreamReader;

/** Reads a queue's task stream as workers do. */
final class QueueConsumers {
    private final UnifiedJedis redis;
    private final String queue;

    QueueConsumers(UnifiedJedis redis, String queue) {
        this.redis = redis;
        this.queue = queue;
    }

    List<StreamEntry> read(String worker, int count) {
        return reader(worker).poll(count);
    }

    List<Claim> claims(String worker, int count) {
        return read(worker, count).stream().map(QueueConsumers::claim).toList();
    }

    void finish(String worker, List<StreamEntry> entries) {
        reader(worker).acknowledge(entries);
    }

    private StreamReader reader(String worker) {
        return new StreamReader(redis, RedisNames.tasks(queue), RedisNames.WORKER_GROUP, worker);
    }

    private static Claim claim(StreamEntry entry) {
        try {
            return TaskDispatch.fromFields(entry.getFields()).claim();
        } catch (UnreadableMessage e) {
            throw new IllegalStateException(e);
        }
    }
}
