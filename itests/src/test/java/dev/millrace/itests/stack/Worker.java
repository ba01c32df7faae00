package dev.millrace.itests.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The worker's runnable jar. */
public final class Worker implements AutoCloseable {
    private final Program program;

    /** Describes a worker at that Redis; nothing is started yet. */
    public Worker(String name, String redisUrl) {
        this(name, redisUrl, List.of("-jar", jar().toString()));
    }

    /** The same with further classes, among them handlers. */
    public Worker(String name, String redisUrl, Path classes) {
        this(name, redisUrl, List.of("-cp", jar() + ":" + classes, "dev.millrace.worker.cli.WorkerCommand"));
    }

    private Worker(String name, String redisUrl, List<String> program) {
        List<String> command = new ArrayList<>(List.of(Built.java(), "-Xmx512m"));
        command.addAll(program);
        command.addAll(List.of("--redis", redisUrl, "--concurrency", "2"));
        this.program = new Program(name, command, Map.of());
    }

    private static Path jar() {
        return Built.inStack("millrace-worker.jar");
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
