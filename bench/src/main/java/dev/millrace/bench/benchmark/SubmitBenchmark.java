package dev.millrace.bench.benchmark;

import org.HdrHistogram.Histogram;

import dev.millrace.bench.client.LoadGenerator;

/** How fast the server accepts tasks while it dispatches none. */
final class SubmitBenchmark implements Benchmark {
    private static final String PART = "submit";

    @Override
    public void on(TestBed bed) {
        bed.pause();
        LoadGenerator.LoadResult[] runs = new LoadGenerator.LoadResult[2];
        bed.crowd().withoutWaiting(() -> {
            runs[0] = bed.crowd().flatOut(TestBed.LINES, bed.sizes().run(), LoadGenerator.UNBOUNDED);
            runs[1] = bed.crowd().inBatches(4, bed.sizes().batches(), 1_000);
        });
        bed.resume();
        bed.awaitIdle();
        tell(bed, "one by one", runs[0]);
        tell(bed, "batches of 1,000", runs[1]);
    }

    private static void tell(TestBed bed, String how, LoadGenerator.LoadResult run) {
        Histogram answers = run.answers();
        bed.add(PART, how, "tasks/s", run.submitRate());
        bed.add(PART, how + ": p50 of a request", "ms", answers.getValueAtPercentile(50) / 1e3);
        bed.add(PART, how + ": p99 of a request", "ms", answers.getValueAtPercentile(99) / 1e3);
    }
}
