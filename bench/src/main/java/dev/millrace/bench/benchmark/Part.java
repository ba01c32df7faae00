package dev.millrace.bench.benchmark;

import java.util.function.Supplier;

/** What can be measured on a running Millrace, in the order in which it is. */
public enum Part {
    /** From process start to ready, and memory at rest. */
    START(StartUpBenchmark::new),
    /** Requests accepted. */
    SUBMIT(SubmitBenchmark::new),
    /** From request to result at an open WebSocket. */
    WAY(EndToEndBenchmark::new),
    /** What has piled up. */
    DRAIN(DrainBenchmark::new),
    /** What handlers get of the cores. */
    CPU(CpuShareBenchmark::new),
    /** Many open WebSockets. */
    SESSIONS(ConnectionsBenchmark::new),
    /** Half the rate for long. */
    SOAK(SoakBenchmark::new),
    /** Dispatch while much waits. */
    BACKLOG(BacklogBenchmark::new);

    private final Supplier<Benchmark> measurement;

    Part(Supplier<Benchmark> measurement) {
        this.measurement = measurement;
    }

    Benchmark measurement() {
        return measurement.get();
    }

    /** Whether it looks at a server on which nothing has happened yet. */
    boolean isCold() {
        return this == START;
    }

    /** Whether it is done on WildFly too, as it is the server's doing what comes of it. */
    boolean isOnWildFly() {
        return this == SESSIONS;
    }

    /** Whether it is done in the first round only, on the embedded database, as it takes so long. */
    boolean isOnce() {
        return this == SOAK;
    }
}
