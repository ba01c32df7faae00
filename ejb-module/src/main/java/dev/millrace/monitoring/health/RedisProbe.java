package dev.millrace.monitoring.health;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import dev.millrace.platform.loop.Step;
import dev.millrace.platform.loop.StepResult;
import dev.millrace.platform.node.NodeLog;
import dev.millrace.platform.redis.RedisCapabilities;
import dev.millrace.platform.redis.RedisStatus;

/**
 * Checks whether Redis accepts writes; periodically, and while it is not up, also whether it accepts every needed command.
 * Logs changes. A check that hangs counts as {@link RedisStatus.State#DOWN} after a while.
 */
final class RedisProbe implements Step {
    /** Number of checks after which one tries all commands. */
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
    public StepResult once() {
        boolean full = last == null || !last.status().isUp() || checks % FULL_CHECK_EVERY == 0;
        checks++;
        RedisStatus status = full ? redis.check() : redis.checkWrite();
        log(status);
        last = new Seen(status, clock.instant());
        return StepResult.NONE;
    }

    RedisStatus now() {
        Seen latest = last;
        boolean isRecent =
                latest != null && clock.instant().minus(Probe.MAX_AGE).isBefore(latest.at());
        return isRecent ? latest.status() : RedisStatus.down("Redis does not answer.");
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
                    "Redis is up again after {0} s",
                    Duration.between(downSince, clock.instant()).toSeconds());
            downSince = null;
        }
    }
}
