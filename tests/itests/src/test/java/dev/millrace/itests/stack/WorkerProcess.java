package dev.millrace.itests.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The worker's runnable jar. */
public final class WorkerProcess implements AutoCloseable {
    private static final List<String> TWO_SLOTS = List.of("--concurrency", "2");

    private final ManagedProcess program;

    /** Prepares a worker at that Redis and starts nothing yet. */
    public WorkerProcess(String name, String redisUrl) {
        this(name, redisUrl, List.of("-jar", jar().toString()), TWO_SLOTS);
    }

    /** The same with options of its own. */
    public WorkerProcess(String name, String redisUrl, List<String> options) {
        this(name, redisUrl, List.of("-jar", jar().toString()), options);
    }

    /** The same with further classes, among them handlers. */
    public WorkerProcess(String name, String redisUrl, Path classes) {
        this(name, redisUrl, withClasses(classes, List.of()), TWO_SLOTS);
    }

    /**
     * The same with options of its own.
     *
     * @param properties for the virtual machine, such as {@code -Dname=value}
     * @param options for the worker
     */
    public WorkerProcess(String name, String redisUrl, Path classes, List<String> properties, List<String> options) {
        this(name, redisUrl, withClasses(classes, properties), options);
    }

    private WorkerProcess(String name, String redisUrl, List<String> program, List<String> options) {
        List<String> command = BuildOutput.java(program.toArray(String[]::new));
        command.addAll(List.of("--redis", redisUrl));
        command.addAll(options);
        this.program = new ManagedProcess(name, command, Map.of());
    }

    public WorkerProcess start() {
        program.start();
        return this;
    }

    /** Kills it as {@code kill -9} does. */
    public void kill() {
        program.kill();
    }

    /** Stops it as {@code kill} does: it finishes or releases its tasks. */
    public void stop() {
        program.stop();
    }

    /** Freezes it as {@code kill -STOP} does. */
    public void freeze() {
        program.freeze();
    }

    /** Thaws it as {@code kill -CONT} does. */
    public void thaw() {
        program.thaw();
    }

    public boolean isAlive() {
        return program.isAlive();
    }

    /** Its process id, other with each start. */
    public long pid() {
        return program.pid();
    }

    @Override
    public void close() {
        program.close();
    }

    private static List<String> withClasses(Path classes, List<String> properties) {
        List<String> program = new ArrayList<>(properties);
        program.addAll(List.of("-cp", jar() + ":" + classes, "dev.millrace.worker.cli.WorkerCommand"));
        return program;
    }

    private static Path jar() {
        return BuildOutput.inStack("millrace-worker.jar");
    }
}
