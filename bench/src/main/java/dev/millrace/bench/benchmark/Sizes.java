package dev.millrace.bench.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The sizes of all measurements.
 *
 * @param name as the page shows it
 * @param warmUp how long a new server runs under load before the first measurement
 * @param run how long one run at one rate lasts
 * @param batches how many batches of 1,000 a run of batches has
 * @param drain how many tasks wait before a drain
 * @param backlogs how many tasks wait during a measurement of dispatch, ascending
 * @param sessions how many WebSockets are open, ascending
 * @param burns how many handlers of {@code burn} a run has, on each core
 * @param soak how long the soak lasts
 */
public record Sizes(
        String name,
        Duration warmUp,
        Duration run,
        int batches,
        int drain,
        List<Integer> backlogs,
        List<Integer> sessions,
        int burns,
        Duration soak) {
    public static final Sizes FULL = new Sizes(
            "full",
            Duration.ofSeconds(120),
            Duration.ofSeconds(15),
            30,
            100_000,
            List.of(1_000, 100_000, 1_000_000),
            List.of(1_000, 5_000, 10_000),
            10,
            Duration.ofMinutes(30));

    /** For a page in less time. */
    public static final Sizes BRIEF = new Sizes(
            "brief",
            Duration.ofSeconds(25),
            Duration.ofSeconds(8),
            10,
            20_000,
            List.of(1_000, 10_000, 100_000),
            List.of(1_000),
            5,
            Duration.ofMinutes(3));

    /** For a test that everything works. Its values come from a server that is still warming up. */
    public static final Sizes QUICK = new Sizes(
            "quick",
            Duration.ofSeconds(8),
            Duration.ofSeconds(4),
            5,
            10_000,
            List.of(1_000, 10_000),
            List.of(200, 500),
            3,
            Duration.ofSeconds(30));

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: runs of %d s after %d s of warming up with both compilers, %d batches, %,d tasks to drain, up to %,d waiting and %,d sessions",
                name,
                run.toSeconds(),
                warmUp.toSeconds(),
                batches,
                drain,
                backlogs.get(backlogs.size() - 1),
                sessions.get(sessions.size() - 1));
    }
}
