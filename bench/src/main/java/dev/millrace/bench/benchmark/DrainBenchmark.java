package dev.millrace.bench.benchmark;

/** How fast Millrace finishes tasks that have piled up. */
final class DrainBenchmark implements Benchmark {
    @Override
    public void on(TestBed testBed) {
        int tasks = testBed.sizes().drain();
        testBed.pause();
        testBed.loadGenerator().withoutWaiting(() -> testBed.loadGenerator().inBatches(2, tasks / 1_000, 1_000));
        long begin = System.nanoTime();
        testBed.resume();
        testBed.awaitIdle();
        testBed.add("drain", tasks + " tasks", "tasks/s", tasks / ((System.nanoTime() - begin) / 1e9));
    }
}
