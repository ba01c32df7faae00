package dev.millrace.platform.redis;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

import dev.millrace.contract.RedisNames;
import dev.millrace.redis.LuaScript;
import dev.millrace.redis.RedisVersion;

/**
 * Checks that Redis accepts every command Millrace needs, on keys of its own. A ping is not enough: a Redis with full memory
 * answers it. In a cluster this checks the primary that holds these keys.
 */
@ApplicationScoped
public class RedisCapabilities {
    private static final LuaScript COMMANDS = LuaScript.load(RedisCapabilities.class, "check_commands.lua");
    private static final List<String> KEYS =
            List.of(RedisNames.probe("stream"), RedisNames.probe("hash"), RedisNames.probe("set"), writeKey());
    private static final int SECONDS = 60;
    private static final VersionNotice VERSION_NOTICE = new VersionNotice();

    private UnifiedJedis redis;

    /** For the container. */
    protected RedisCapabilities() {}

    @Inject
    public RedisCapabilities(UnifiedJedis redis) {
        this.redis = redis;
    }

    /** Writes one small key. */
    public RedisStatus checkWrite() {
        try {
            redis.set(writeKey(), "1", SetParams.setParams().ex(SECONDS));
            return RedisStatus.UP;
        } catch (JedisException e) {
            return RedisErrorReply.statusOf(e);
        }
    }

    /** Runs every command that Millrace needs, and checks the eviction policy. */
    public RedisStatus check() {
        try {
            RedisStatus found = checkWrite();
            if (found.isUp()) {
                found = checkCommands();
            }
            if (!found.isUp()) {
                return found;
            }
            VERSION_NOTICE.logOnce(() -> RedisVersion.of(redis));
            return CheckEvictionPolicy.check(redis);
        } catch (JedisException e) {
            return RedisErrorReply.statusOf(e);
        }
    }

    private RedisStatus checkCommands() {
        List<?> rejection = (List<?>)
                COMMANDS.run(redis, KEYS, List.of(RedisNames.PROBE_CHANNEL, Integer.toString(SECONDS * 1_000)));
        return rejection.isEmpty()
                ? RedisStatus.UP
                : RedisErrorReply.parse(
                        rejection.get(1).toString(), rejection.get(0).toString());
    }

    private static String writeKey() {
        return RedisNames.probe("written");
    }
}
