package dev.millrace.monitoring.health;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import dev.millrace.platform.loop.Progress;
import dev.millrace.platform.loop.Step;
import dev.millrace.platform.node.NodeLog;
import dev.millrace.platform.redis.RedisCapabilities;
import dev.millrace.platform.redis.RedisStatus;

/**
 * Looks whether Redis takes writes, and now and then, or when something is wrong, whether it does all that is needed. Tells
 * the log when that changes. A look that does not come back counts as {@link RedisStatus.State#DOWN} after a while.
 */
final class RedisProbe implements Step {
    /** Every so many looks all of it is tried. */
    static final int FULL_CHECK_EVERY = 15;

    private static final Logger LOG = NodeLog.of(RedisProbe.class);

    private final RedisCapabilities redis;
    private final Clock clock;
    private volatile Seen last;
    private Instant downSince;
    private int checks;

    private record Seen(RedisStatus status, Instant at) {}

    RedisProbe(RedisCapabilities redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    @Override
    public Progress once() {
        boolean full = last == null || !last.status().isUp() || checks % FULL_CHECK_EVERY == 0;
        checks++;
        RedisStatus status = full ? redis.check() : redis.checkWrite();
        log(status);
        last = new Seen(status, clock.instant());
        return Progress.NONE;
    }

    RedisStatus now() {
        Seen latest = last;
        boolean fresh = latest != null && clock.instant().minus(Probe.FRESH).isBefore(latest.at());
        return fresh ? latest.status() : RedisStatus.down("Redis does not answer.");
    }

    private void log(RedisStatus status) {
        if (status.isUp()) {
            logUp();
        } else if (last == null || !status.equals(last.status())) {
            downSince = downSince == null ? clock.instant() : downSince;
            LOG.log(Level.WARNING, "Redis is {0}: {1}", status.state(), status.reason());
        }
    }

    private void logUp() {
        if (downSince != null) {
            LOG.log(
                    Level.INFO,
                    "Redis is back after {0} s",
                    Duration.between(downSince, clock.instant()).toSeconds());
            downSince = null;
        }
    }
}
