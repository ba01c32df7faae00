package dev.millrace.bench.measure;

import org.HdrHistogram.Histogram;

import dev.millrace.bench.client.Crowd;

/** How fast tasks are accepted while none is dispatched. */
final class SubmitRate implements Measurement {
    private static final String PART = "submit";

    @Override
    public void on(Bed bed) {
        bed.pause();
        Crowd.Outcome[] runs = new Crowd.Outcome[2];
        bed.crowd().withoutWaiting(() -> {
            runs[0] = bed.crowd().flatOut(Bed.LINES, bed.sizes().run(), Crowd.UNBOUNDED);
            runs[1] = bed.crowd().inBatches(4, bed.sizes().batches(), 1_000);
        });
        bed.resume();
        bed.awaitIdle();
        tell(bed, "one by one", runs[0]);
        tell(bed, "batches of 1,000", runs[1]);
    }

    private static void tell(Bed bed, String how, Crowd.Outcome run) {
        Histogram answers = run.answers();
        bed.add(PART, how, "tasks/s", run.submitRate());
        bed.add(PART, how + ": p50 of a request", "ms", answers.getValueAtPercentile(50) / 1e3);
        bed.add(PART, how + ": p99 of a request", "ms", answers.getValueAtPercentile(99) / 1e3);
    }
}
