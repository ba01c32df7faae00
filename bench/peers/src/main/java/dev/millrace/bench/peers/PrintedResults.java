package dev.millrace.bench.peers;

import java.util.Arrays;
import java.util.Locale;

/** Prints each measured value to standard output. */
final class PrintedResults {
    private PrintedResults() {}

    static void figure(String name, String unit, double value) {
        System.out.printf(Locale.ROOT, "{\"name\":\"%s\",\"unit\":\"%s\",\"value\":%f}%n", name, unit, value);
    }

    static void latencies(long[] nanos) {
        Arrays.sort(nanos);
        figure("p50 at low load", "ms", nanos[nanos.length / 2] / 1e6);
        figure("p99 at low load", "ms", nanos[nanos.length * 99 / 100] / 1e6);
    }
}
