package dev.millrace.testkit.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.millrace.testkit.process.BuildOutput;
import dev.millrace.testkit.process.Jvm;
import dev.millrace.testkit.process.ManagedProcess;

/** The worker's runnable jar. When it is stopped, it finishes or releases its tasks and ends. */
public final class WorkerProcess extends ManagedProcess {
    private static final List<String> TWO_SLOTS = List.of("--concurrency", "2");

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
        super(name, command(redisUrl, program, options), Map.of());
    }

    @Override
    public WorkerProcess start() {
        super.start();
        return this;
    }

    private static List<String> command(String redisUrl, List<String> program, List<String> options) {
        List<String> command = Jvm.shortLived(program.toArray(String[]::new));
        command.addAll(List.of("--redis", redisUrl));
        command.addAll(options);
        return command;
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
