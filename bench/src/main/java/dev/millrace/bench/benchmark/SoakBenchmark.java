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
        static Sample of(TestBed testBed) {
            ProcessStats server = testBed.millrace().program("server");
            return new Sample(
                    server.liveHeap(),
                    testBed.millrace().program("worker-1").liveHeap(),
                    server.threads(),
                    server.openFiles(),
                    testBed.redis().keys());
        }
    }

    @Override
    public void on(TestBed testBed) {
        LoadGenerator loadGenerator = testBed.loadGenerator();
        double rate = loadGenerator
                        .flatOut(TestBed.CONNECTIONS, testBed.sizes().run(), 1_000)
                        .endToEndRate()
                / 2;
        Duration slice = testBed.sizes().soak().dividedBy(SLICES);
        long lost = loadGenerator.steadily(TestBed.CONNECTIONS, slice, rate).lost();
        Sample first = Sample.of(testBed);
        Sample last = first;
        for (int i = 1; i < SLICES; i++) {
            lost += loadGenerator.steadily(TestBed.CONNECTIONS, slice, rate).lost();
            last = Sample.of(testBed);
        }
        testBed.add(PART, "rate", "tasks/s", rate);
        testBed.add(PART, "time", "min", testBed.sizes().soak().toSeconds() / 60.0);
        testBed.add(PART, "lost", "tasks", lost);
        testBed.add(PART, "growth of the server's live heap", "MB", (last.serverHeap() - first.serverHeap()) / 1e6);
        testBed.add(PART, "growth of the worker's live heap", "MB", (last.workerHeap() - first.workerHeap()) / 1e6);
        testBed.add(PART, "growth of the server's threads", "threads", last.serverThreads() - first.serverThreads());
        testBed.add(PART, "growth of the server's open files", "files", last.serverFiles() - first.serverFiles());
        testBed.add(PART, "growth of Redis", "keys", last.keys() - first.keys());
    }
}
