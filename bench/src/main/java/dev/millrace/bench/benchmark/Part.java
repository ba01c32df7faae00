package dev.millrace.bench.benchmark;

import java.util.function.Supplier;

/** The parts of the bench, in the order in which they run. */
public enum Part {
    /** From process start to ready, and memory at rest. */
    START(StartUpBenchmark::new),
    /** Rate of accepted requests. */
    SUBMIT(SubmitBenchmark::new),
    /** End to end: from request to result at an open WebSocket. */
    WAY(EndToEndBenchmark::new),
    /** Tasks that have piled up. */
    DRAIN(DrainBenchmark::new),
    /** The share of the cores that handlers get. */
    CPU(CpuShareBenchmark::new),
    /** Many open WebSockets. */
    SESSIONS(ConnectionsBenchmark::new),
    /** Half the rate for long. */
    SOAK(SoakBenchmark::new),
    /** Dispatch with a deep backlog. */
    BACKLOG(BacklogBenchmark::new);

    private final Supplier<Benchmark> measurement;

    Part(Supplier<Benchmark> measurement) {
        this.measurement = measurement;
    }

    Benchmark measurement() {
        return measurement.get();
    }

    /** Whether this part needs a server that has run no task yet. */
    boolean isCold() {
        return this == START;
    }

    /** Whether this part runs on WildFly too, as its results depend on the server. */
    boolean isOnWildFly() {
        return this == SESSIONS;
    }

    /** Whether this part runs in the first round only, on the embedded database, as it takes so long. */
    boolean isOnce() {
        return this == SOAK;
    }
}
