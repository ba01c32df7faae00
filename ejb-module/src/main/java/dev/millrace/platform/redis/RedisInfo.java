package dev.millrace.platform.redis;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

import dev.millrace.redis.InfoFields;

/** The fields of Redis' {@code INFO}. */
@ApplicationScoped
public class RedisInfo {
    private UnifiedJedis redis;

    /** For the container. */
    protected RedisInfo() {}

    @Inject
    public RedisInfo(UnifiedJedis redis) {
        this.redis = redis;
    }

    /**
     * @return the fields of its {@code INFO}, of one node if it is a cluster
     * @throws RedisUnavailable if Redis is down
     */
    public Map<String, String> load() {
        try {
            return InfoFields.of(redis);
        } catch (JedisException e) {
            throw new RedisUnavailable(e);
        }
    }
}
