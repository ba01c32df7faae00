package dev.millrace.bench.benchmark;

import dev.millrace.bench.client.LoadGenerator;

/**
 * The cost of a dispatch while many others wait: tasks of the highest priority pass by a backlog of the lowest. Workers
 * also run some tasks of the backlog meanwhile; these count. The backlog stays behind, so this part runs last.
 */
final class BacklogBenchmark implements Benchmark {
    private static final int PASSING = 5_000;

    @Override
    public void on(TestBed testBed) {
        testBed.pause();
        int waiting = 0;
        for (int depth : testBed.sizes().backlogs()) {
            int more = (depth - waiting) / 1_000;
            testBed.loadGenerator().withoutWaiting(() -> testBed.loadGenerator().inBatches(2, more, 1_000, 0));
            waiting = depth;
            pass(testBed); // statistics and caches of the database follow the size
            testBed.add("backlog", depth + " waiting", "µs/task", pass(testBed));
        }
    }

    /** @return µs for each task that succeeded until the last result of the passing tasks */
    private static double pass(TestBed testBed) {
        LoadGenerator.DrainResult passed =
                testBed.loadGenerator().drainPausedQueue(PASSING / 1_000, 1_000, 9, testBed::resume);
        testBed.pause();
        return passed.seconds() * 1e6 / (PASSING + passed.others());
    }
}
