package dev.millrace.bench.measure;

import java.time.Duration;

/** How fast what has piled up is done. */
final class Drain implements Measurement {
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    @Override
    public void on(Bed bed) {
        int tasks = bed.sizes().drain();
        bed.pause();
        bed.crowd().withoutWaiting(() -> bed.crowd().inBatches(2, tasks / 1_000, 1_000));
        long done = bed.tasks("SUCCEEDED");
        long begin = System.nanoTime();
        bed.resume();
        Await.that("the backlog is done", PATIENCE, () -> bed.tasks("SUCCEEDED") >= done + tasks);
        bed.add("drain", tasks + " tasks", "tasks/s", tasks / ((System.nanoTime() - begin) / 1e9));
    }
}
