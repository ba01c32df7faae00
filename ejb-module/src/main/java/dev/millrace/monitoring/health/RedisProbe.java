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
    static final int THOROUGH = 15;

    private static final Logger LOG = NodeLog.of(RedisProbe.class);

    private final RedisCapabilities redis;
    private final Clock clock;
    private volatile Seen last;
    private Instant wrongSince;
    private int looks;

    private record Seen(RedisStatus verdict, Instant at) {}

    RedisProbe(RedisCapabilities redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    @Override
    public Progress once() {
        boolean thorough = last == null || !last.verdict().isUp() || looks % THOROUGH == 0;
        looks++;
        RedisStatus verdict = thorough ? redis.rehearse() : redis.write();
        tell(verdict);
        last = new Seen(verdict, clock.instant());
        return Progress.NONE;
    }

    RedisStatus now() {
        Seen seen = last;
        boolean fresh = seen != null && clock.instant().minus(Probe.FRESH).isBefore(seen.at());
        return fresh ? seen.verdict() : RedisStatus.down("Redis does not answer.");
    }

    private void tell(RedisStatus verdict) {
        if (verdict.isUp()) {
            tellBack();
        } else if (last == null || !verdict.equals(last.verdict())) {
            wrongSince = wrongSince == null ? clock.instant() : wrongSince;
            LOG.log(Level.WARNING, "Redis is {0}: {1}", verdict.state(), verdict.reason());
        }
    }

    private void tellBack() {
        if (wrongSince != null) {
            LOG.log(
                    Level.INFO,
                    "Redis is back after {0} s",
                    Duration.between(wrongSince, clock.instant()).toSeconds());
            wrongSince = null;
        }
    }
}
