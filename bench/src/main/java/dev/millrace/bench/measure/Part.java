package dev.millrace.bench.measure;

import java.util.function.Supplier;

/** What can be measured on a running Millrace, in the order in which it is. */
public enum Part {
    /** From process start to ready, and memory at rest. */
    START(StartUp::new),
    /** Requests accepted. */
    SUBMIT(SubmitRate::new),
    /** From request to result at an open WebSocket. */
    WAY(WholeWay::new),
    /** What has piled up. */
    DRAIN(Drain::new),
    /** What handlers get of the cores. */
    CPU(CpuShare::new),
    /** Many open WebSockets. */
    SESSIONS(Sessions::new),
    /** Half the rate for long. */
    SOAK(Soak::new),
    /** Dispatch while much waits. */
    BACKLOG(Backlog::new);

    private final Supplier<Measurement> measurement;

    Part(Supplier<Measurement> measurement) {
        this.measurement = measurement;
    }

    Measurement measurement() {
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
