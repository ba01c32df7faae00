package dev.millrace.bench.measure;

/** One part of the bench. Leaves the bed as it was: nothing waits, nothing runs, the queue is open. */
interface Measurement {
    void on(Bed bed);
}
