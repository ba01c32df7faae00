package dev.millrace.bench.benchmark;

/** One part of the bench. Leaves the bed as it was: nothing waits, nothing runs, the queue is open. */
interface Benchmark {
    void on(TestBed bed);
}
