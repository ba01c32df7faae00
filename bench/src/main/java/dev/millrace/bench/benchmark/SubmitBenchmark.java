package dev.millrace.bench.benchmark;

import org.HdrHistogram.Histogram;

import dev.millrace.bench.client.LoadGenerator;

/** How fast the server accepts tasks while it dispatches none. */
final class SubmitBenchmark implements Benchmark {
    private static final String PART = "submit";

    @Override
    public void on(TestBed testBed) {
        testBed.pause();
        LoadGenerator.LoadResult[] runs = new LoadGenerator.LoadResult[2];
        testBed.loadGenerator().withoutWaiting(() -> {
            runs[0] = testBed.loadGenerator()
                    .flatOut(TestBed.CONNECTIONS, testBed.sizes().run(), LoadGenerator.UNBOUNDED);
            runs[1] = testBed.loadGenerator().inBatches(4, testBed.sizes().batches(), 1_000);
        });
        testBed.resume();
        testBed.awaitIdle();
        report(testBed, "one by one", runs[0]);
        report(testBed, "batches of 1,000", runs[1]);
    }

    private static void report(TestBed testBed, String how, LoadGenerator.LoadResult run) {
        Histogram answers = run.answers();
        testBed.add(PART, how, "tasks/s", run.submitRate());
        testBed.add(PART, how + ": p50 of a request", "ms", answers.getValueAtPercentile(50) / 1e3);
        testBed.add(PART, how + ": p99 of a request", "ms", answers.getValueAtPercentile(99) / 1e3);
    }
}
