package dev.millrace.platform.redis;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import redis.clients.jedis.exceptions.JedisDataException;

import dev.millrace.platform.node.NodeLog;
import dev.millrace.redis.RedisVersion;

/** Logs once that Redis has known vulnerabilities. It stays in use: its distribution may have repaired them. */
final class VersionNotice {
    private static final Logger LOG = NodeLog.of(VersionNotice.class);

    private final AtomicBoolean read = new AtomicBoolean();

    /**
     * @param version asks Redis, until it has answered once
     * @throws redis.clients.jedis.exceptions.JedisException if Redis is down
     */
    void logOnce(Supplier<Optional<RedisVersion>> version) {
        if (read.get()) {
            return;
        }
        Optional<String> notice;
        try {
            notice = version.get().flatMap(RedisVersion::notice);
        } catch (JedisDataException | UnsupportedOperationException e) {
            LOG.log(Level.DEBUG, "Cannot read the version of Redis", e);
            notice = Optional.empty();
        }
        if (read.compareAndSet(false, true)) {
            notice.ifPresent(sentence -> LOG.log(Level.WARNING, sentence));
        }
    }
}
