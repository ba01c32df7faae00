package dev.millrace.redis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import redis.clients.jedis.UnifiedJedis;

/** Asks Redis whether it is there. */
@ApplicationScoped
public class PingRedis {
    @Inject
    private UnifiedJedis redis;

    /** @throws redis.clients.jedis.exceptions.JedisException if it is not */
    public void ping() {
        redis.ping();
    }
}
