package dev.millrace.bench.benchmark;

import java.time.Duration;

import dev.millrace.bench.client.LoadGenerator;
import dev.millrace.bench.stack.ProcessStats;

/** Half the highest rate for a long time: nothing may grow. */
final class SoakBenchmark implements Benchmark {
    private static final String PART = "soak";
    private static final int SLICES = 10;

    /** The levels that the soak reads after each slice. */
    private record Sample(long serverHeap, long workerHeap, long serverThreads, long serverFiles, long keys) {
        static Sample of(TestBed bed) {
            ProcessStats server = bed.millrace().program("server");
            return new Sample(
                    server.liveHeap(),
                    bed.millrace().program("worker-1").liveHeap(),
                    server.threads(),
                    server.openFiles(),
                    bed.redis().keys());
        }
    }

    @Override
    public void on(TestBed bed) {
        LoadGenerator crowd = bed.crowd();
        double rate = crowd.flatOut(TestBed.LINES, bed.sizes().run(), 1_000).wayRate() / 2;
        Duration slice = bed.sizes().soak().dividedBy(SLICES);
        long lost = crowd.steadily(TestBed.LINES, slice, rate).lost();
        Sample first = Sample.of(bed);
        Sample last = first;
        for (int i = 1; i < SLICES; i++) {
            lost += crowd.steadily(TestBed.LINES, slice, rate).lost();
            last = Sample.of(bed);
        }
        bed.add(PART, "rate", "tasks/s", rate);
        bed.add(PART, "time", "min", bed.sizes().soak().toSeconds() / 60.0);
        bed.add(PART, "lost", "tasks", lost);
        bed.add(PART, "growth of the server's live heap", "MB", (last.serverHeap() - first.serverHeap()) / 1e6);
        bed.add(PART, "growth of the worker's live heap", "MB", (last.workerHeap() - first.workerHeap()) / 1e6);
        bed.add(PART, "growth of the server's threads", "threads", last.serverThreads() - first.serverThreads());
        bed.add(PART, "growth of the server's open files", "files", last.serverFiles() - first.serverFiles());
        bed.add(PART, "growth of Redis", "keys", last.keys() - first.keys());
    }
}
