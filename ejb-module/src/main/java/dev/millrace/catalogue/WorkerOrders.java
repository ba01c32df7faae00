package dev.millrace.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

import dev.millrace.contract.RedisNames;
import dev.millrace.contract.WorkerOrder;
import dev.millrace.platform.redis.RedisUnavailable;

/**
 * Sends orders to single workers. Only a message: a worker that misses it does not obey, and its heartbeats show that.
 */
@ApplicationScoped
public class WorkerOrders {
    private UnifiedJedis redis;

    /** For the container. */
    protected WorkerOrders() {}

    @Inject
    WorkerOrders(UnifiedJedis redis) {
        this.redis = redis;
    }

    /** @throws RedisUnavailable if Redis is unavailable */
    public void send(WorkerOrder order) {
        try {
            redis.publish(RedisNames.WORKER_ORDERS, order.toString());
        } catch (JedisException e) {
            throw new RedisUnavailable(e);
        }
    }
}
