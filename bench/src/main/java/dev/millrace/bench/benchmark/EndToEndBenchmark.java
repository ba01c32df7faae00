package dev.millrace.bench.benchmark;

import java.time.Duration;

import org.HdrHistogram.Histogram;

import dev.millrace.bench.client.LoadGenerator;
import dev.millrace.bench.stack.Cores;

/** End to end, from a request to its result at an open WebSocket: the highest rate, and the times below that rate. */
final class EndToEndBenchmark implements Benchmark {
    private static final String PART = "way";
    private static final int OPEN = 1_000;
    private static final int[] SHARES = {1, 50, 80};

    @Override
    public void on(TestBed testBed) {
        LoadGenerator loadGenerator = testBed.loadGenerator();
        CpuTimes cpuTimes = new CpuTimes(testBed);
        LoadGenerator.LoadResult flatOut =
                loadGenerator.flatOut(TestBed.CONNECTIONS, testBed.sizes().run(), OPEN);
        report(testBed, "one by one", flatOut, cpuTimes);
        cpuTimes = new CpuTimes(testBed);
        report(
                testBed,
                "batches of 1,000",
                loadGenerator.inBatches(2, testBed.sizes().batches(), 1_000),
                cpuTimes);
        for (int share : SHARES) {
            double rate = flatOut.endToEndRate() * share / 100;
            CoreLoad load = new CoreLoad();
            Histogram results = loadGenerator
                    .steadily(TestBed.CONNECTIONS, testBed.sizes().run(), rate)
                    .results();
            testBed.add(PART, "cores in use at " + share + " %", "%", load.percent());
            for (int percentile : new int[] {50, 95, 99}) {
                testBed.add(
                        PART,
                        "p" + percentile + " at " + share + " %",
                        "ms",
                        results.getValueAtPercentile(percentile) / 1e3);
            }
        }
    }

    /** How busy all cores together have been since the creation of this object. */
    private static final class CoreLoad {
        private final long began = System.nanoTime();
        private final Duration before = Cores.busy();

        double percent() {
            double available = (System.nanoTime() - began) * (double) Cores.NUMBER;
            return 100 * Cores.busy().minus(before).toNanos() / available;
        }
    }

    private static void report(TestBed testBed, String how, LoadGenerator.LoadResult run, CpuTimes cpuTimes) {
        testBed.add(PART, how, "tasks/s", run.endToEndRate());
        testBed.add(PART, how + ": lost", "tasks", run.lost());
        cpuTimes.report(PART, how, run.tasks());
    }
}
