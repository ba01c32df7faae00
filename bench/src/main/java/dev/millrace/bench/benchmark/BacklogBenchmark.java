package dev.millrace.bench.benchmark;

import dev.millrace.bench.client.LoadGenerator;

/**
 * What a dispatch costs while so many others wait: tasks of the highest priority pass by a backlog of the lowest. Of the
 * backlog some are done as well while the last of the others run; they count. Leaves the backlog behind, so it comes last.
 */
final class BacklogBenchmark implements Benchmark {
    private static final int PASSING = 5_000;

    @Override
    public void on(TestBed bed) {
        bed.pause();
        int waiting = 0;
        for (int depth : bed.sizes().backlogs()) {
            int more = (depth - waiting) / 1_000;
            bed.crowd().withoutWaiting(() -> bed.crowd().inBatches(2, more, 1_000, 0));
            waiting = depth;
            pass(bed); // statistics and caches of the database follow the size
            bed.add("backlog", depth + " waiting", "µs/task", pass(bed));
        }
    }

    /** @return µs for each task that was done until the last of those that pass by was */
    private static double pass(TestBed bed) {
        LoadGenerator.DrainResult passed = bed.crowd().heldBack(PASSING / 1_000, 1_000, 9, bed::resume);
        bed.pause();
        return passed.seconds() * 1e6 / (PASSING + passed.besides());
    }
}
