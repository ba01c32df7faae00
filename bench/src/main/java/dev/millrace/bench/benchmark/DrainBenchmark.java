package dev.millrace.bench.benchmark;

/** How fast Millrace finishes tasks that have piled up. */
final class DrainBenchmark implements Benchmark {
    @Override
    public void on(TestBed bed) {
        int tasks = bed.sizes().drain();
        bed.pause();
        bed.crowd().withoutWaiting(() -> bed.crowd().inBatches(2, tasks / 1_000, 1_000));
        long begin = System.nanoTime();
        bed.resume();
        bed.awaitIdle();
        bed.add("drain", tasks + " tasks", "tasks/s", tasks / ((System.nanoTime() - begin) / 1e9));
    }
}
