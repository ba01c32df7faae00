package dev.millrace.itests.stack;

import java.util.List;
import java.util.Map;

/** The worker's runnable jar. */
public final class Worker implements AutoCloseable {
    private final Program program;

    /** Describes a worker at that Redis; nothing is started yet. */
    public Worker(String name, String redisUrl) {
        this.program = new Program(
                name,
                List.of(
                        Built.java(),
                        "-Xmx512m",
                        "-jar",
                        Built.inStack("millrace-worker.jar").toString(),
                        "--redis",
                        redisUrl,
                        "--concurrency",
                        "2"),
                Map.of());
    }

    public Worker start() {
        program.start();
        return this;
    }

    /** As {@code kill -9} does. */
    public void kill() {
        program.kill();
    }

    /** As {@code kill} does: it finishes or hands back what it holds. */
    public void stop() {
        program.stop();
    }

    @Override
    public void close() {
        program.close();
    }
}
