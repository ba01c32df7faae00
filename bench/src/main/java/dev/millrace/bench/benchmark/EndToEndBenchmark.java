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
    public void on(TestBed bed) {
        LoadGenerator crowd = bed.crowd();
        CpuTimes spent = new CpuTimes(bed);
        LoadGenerator.LoadResult flatOut =
                crowd.flatOut(TestBed.LINES, bed.sizes().run(), OPEN);
        tell(bed, "one by one", flatOut, spent);
        spent = new CpuTimes(bed);
        tell(bed, "batches of 1,000", crowd.inBatches(2, bed.sizes().batches(), 1_000), spent);
        for (int share : SHARES) {
            double rate = flatOut.wayRate() * share / 100;
            CoreLoad load = new CoreLoad();
            Histogram results =
                    crowd.steadily(TestBed.LINES, bed.sizes().run(), rate).results();
            bed.add(PART, "cores in use at " + share + " %", "%", load.percent());
            for (int percentile : new int[] {50, 95, 99}) {
                bed.add(
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

    private static void tell(TestBed bed, String how, LoadGenerator.LoadResult run, CpuTimes spent) {
        bed.add(PART, how, "tasks/s", run.wayRate());
        bed.add(PART, how + ": lost", "tasks", run.lost());
        spent.tell(PART, how, run.tasks());
    }
}
