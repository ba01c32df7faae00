package dev.millrace.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import redis.clients.jedis.UnifiedJedis;

import dev.millrace.contract.RedisNames;

/** All keys of a queue in Redis. */
@ApplicationScoped
public class QueueKeys {
    private UnifiedJedis redis;

    /** For the container. */
    protected QueueKeys() {}

    @Inject
    QueueKeys(UnifiedJedis redis) {
        this.redis = redis;
    }

    /** Deletes them; all of them are in one slot. */
    void delete(String queue) {
        String tasks = RedisNames.tasks(queue);
        String results = RedisNames.results(queue);
        redis.unlink(tasks, results, RedisNames.lease(queue), RedisNames.rejected(tasks), RedisNames.rejected(results));
    }
}
