package dev.millrace.bench.benchmark;

import dev.millrace.bench.handlers.PlainLoop;
import dev.millrace.bench.stack.Cores;
import dev.millrace.testkit.process.Command;
import dev.millrace.testkit.process.Jvm;

/** The share of the cores that real handlers get: the time of some work in a plain loop, divided by its time as tasks. */
final class CpuShareBenchmark implements Benchmark {
    private static final long ROUNDS = 700_000_000;

    @Override
    public void on(TestBed testBed) {
        int cores = Cores.NUMBER;
        int burns = testBed.sizes().burns();
        double asTasks = asTasks(testBed, cores * burns);
        double plain = plain(cores, burns);
        testBed.add("cpu", "share of the handlers", "%", 100 * plain / asTasks);
    }

    private static double plain(int threads, int times) {
        String printed = Command.of(
                        Jvm.executable(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PlainLoop.class.getName(),
                        Integer.toString(threads),
                        Integer.toString(times),
                        Long.toString(ROUNDS))
                .output();
        return Long.parseLong(printed.substring(0, printed.indexOf(' '))) / 1e9;
    }

    private static double asTasks(TestBed testBed, int tasks) {
        testBed.loadGenerator().burns(1, ROUNDS / 4);
        return testBed.loadGenerator().burns(tasks, ROUNDS);
    }
}
