package dev.millrace.monitoring.statistics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import dev.millrace.platform.loop.Progress;
import dev.millrace.platform.loop.Step;

/**
 * Writes what was counted on this node into each window's rows. Holds the sums of steps that are not over, or not
 * written yet: while the database is away nothing is lost. One call is one round; safe to repeat.
 */
final class WriteStatistics implements Step {
    private static final Duration TIDY_EVERY = Duration.ofMinutes(1);

    private final String node;
    private final Tallies tallies;
    private final StatisticsRows rows;
    private final Clock clock;
    private final Map<StatisticsRows.Key, Tally> sums = new HashMap<>();
    private final Map<StatisticsRows.Key, Tally> unwritten = new HashMap<>();
    private Instant nextTidying = Instant.MIN;

    WriteStatistics(String node, Tallies tallies, StatisticsRows rows, Clock clock) {
        this.node = node;
        this.tallies = tallies;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Progress once() {
        Tallies.Taken taken = tallies.take();
        taken.tallies().forEach(this::addUp);
        if (!unwritten.isEmpty()) {
            rows.write(node, unwritten);
            unwritten.clear();
        }
        sums.keySet().removeIf(key -> isOver(key, taken.until()));
        tidy();
        return Progress.NONE;
    }

    private void addUp(Tallies.Key part, Tally tally) {
        for (StatisticsWindow window : StatisticsWindow.values()) {
            StatisticsRows.Key key = new StatisticsRows.Key(window, window.stepOf(part.step()), part.queue());
            Tally sum = sums.computeIfAbsent(key, it -> new Tally());
            sum.add(tally);
            unwritten.put(key, sum);
        }
    }

    private static boolean isOver(StatisticsRows.Key key, Instant now) {
        return !key.step().plus(key.window().step()).isAfter(now);
    }

    private void tidy() {
        Instant now = clock.instant();
        if (!now.isBefore(nextTidying)) {
            nextTidying = now.plus(TIDY_EVERY);
            for (StatisticsWindow window : StatisticsWindow.values()) {
                rows.forget(window, window.firstStepUntil(now));
            }
        }
    }
}
