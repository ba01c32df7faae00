package dev.millrace.bench.benchmark;

/** One part of the bench. It leaves the test bed as it was: no task waits or runs, the queue is not paused. */
interface Benchmark {
    void on(TestBed testBed);
}
