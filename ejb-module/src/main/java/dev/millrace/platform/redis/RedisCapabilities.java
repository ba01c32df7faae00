package dev.millrace.platform.redis;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

import dev.millrace.contract.RedisNames;

/**
 * Finds out whether Redis does what Millrace needs, by doing it on keys of its own. A ping is no answer: a Redis whose
 * memory is full answers it. In a Cluster the primary that holds these keys is asked.
 */
@ApplicationScoped
public class RedisCapabilities {
    private static final LuaScript REHEARSAL = LuaScript.beside(RedisCapabilities.class, "rehearse.lua");
    private static final List<String> KEYS =
            List.of(RedisNames.probe("stream"), RedisNames.probe("hash"), RedisNames.probe("set"), written());
    private static final int SECONDS = 60;

    private UnifiedJedis redis;

    /** For the container. */
    protected RedisCapabilities() {}

    @Inject
    public RedisCapabilities(UnifiedJedis redis) {
        this.redis = redis;
    }

    /** Writes one small key. */
    public RedisStatus write() {
        try {
            redis.set(written(), "1", SetParams.setParams().ex(SECONDS));
            return RedisStatus.UP;
        } catch (JedisException e) {
            return RedisErrorReply.behind(e);
        }
    }

    /** Runs every command that Millrace needs, and looks whether keys may be evicted. */
    public RedisStatus rehearse() {
        try {
            RedisStatus found = write();
            if (found.isUp()) {
                found = allCommands();
            }
            return found.isUp() ? EvictionPolicy.in(redis) : found;
        } catch (JedisException e) {
            return RedisErrorReply.behind(e);
        }
    }

    private RedisStatus allCommands() {
        List<?> refused = (List<?>)
                REHEARSAL.run(redis, KEYS, List.of(RedisNames.PROBE_CHANNEL, Integer.toString(SECONDS * 1_000)));
        return refused.isEmpty()
                ? RedisStatus.UP
                : RedisErrorReply.of(refused.get(1).toString(), refused.get(0).toString());
    }

    private static String written() {
        return RedisNames.probe("written");
    }
}
