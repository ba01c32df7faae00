package dev.millrace.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import redis.clients.jedis.UnifiedJedis;

import dev.millrace.contract.RedisNames;

/** All that a queue has in Redis. */
@ApplicationScoped
public class QueueKeys {
    @Inject
    private UnifiedJedis redis;

    public QueueKeys() {}

    QueueKeys(UnifiedJedis redis) {
        this.redis = redis;
    }

    /** Deletes it; all of it lies in one slot. */
    void delete(String queue) {
        String tasks = RedisNames.tasks(queue);
        String results = RedisNames.results(queue);
        redis.unlink(tasks, results, RedisNames.lease(queue), RedisNames.rejected(tasks), RedisNames.rejected(results));
    }
}
