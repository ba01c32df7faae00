package dev.millrace.monitoring.statistics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import dev.millrace.platform.loop.Step;
import dev.millrace.platform.loop.StepResult;

/**
 * Writes this node's tallies into each window's rows. It holds the sums of open and of unwritten steps, so an outage of
 * the database loses no data. One call is one round; safe to repeat.
 */
final class WriteStatistics implements Step {
    private static final Duration PURGE_INTERVAL = Duration.ofMinutes(1);

    private final String node;
    private final Tallies tallies;
    private final StatisticsRows rows;
    private final Clock clock;
    private final Map<StatisticsRows.Key, Tally> sums = new HashMap<>();
    private final Map<StatisticsRows.Key, Tally> dirty = new HashMap<>();
    private Instant nextPurge = Instant.MIN;

    WriteStatistics(String node, Tallies tallies, StatisticsRows rows, Clock clock) {
        this.node = node;
        this.tallies = tallies;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public StepResult once() {
        Tallies.Drained drained = tallies.drain();
        drained.tallies().forEach(this::accumulate);
        if (!dirty.isEmpty()) {
            rows.write(node, dirty);
            dirty.clear();
        }
        sums.keySet().removeIf(key -> isClosed(key, drained.until()));
        purge();
        return StepResult.NONE;
    }

    private void accumulate(Tallies.Key part, Tally tally) {
        for (StatisticsWindow window : StatisticsWindow.values()) {
            StatisticsRows.Key key = new StatisticsRows.Key(window, window.stepOf(part.step()), part.queue());
            Tally sum = sums.computeIfAbsent(key, it -> new Tally());
            sum.add(tally);
            dirty.put(key, sum);
        }
    }

    private static boolean isClosed(StatisticsRows.Key key, Instant now) {
        return !key.step().plus(key.window().step()).isAfter(now);
    }

    private void purge() {
        Instant now = clock.instant();
        if (!now.isBefore(nextPurge)) {
            nextPurge = now.plus(PURGE_INTERVAL);
            for (StatisticsWindow window : StatisticsWindow.values()) {
                rows.purge(window, window.firstStepUntil(now));
            }
        }
    }
}
