package dev.millrace.itests.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The worker program. */
public final class Worker implements AutoCloseable {
    private final Program program;

    private Worker(String name, List<String> java, String redisUrl, List<String> options) {
        List<String> command = new ArrayList<>(List.of(Built.java(), "-Xmx512m"));
        command.addAll(java);
        command.addAll(List.of("--redis", redisUrl));
        command.addAll(options);
        program = new Program(name, command, Map.of());
    }

    /** Describes a worker with its own handlers at that Redis; nothing is started yet. */
    public static Worker of(String name, String redisUrl) {
        return new Worker(name, List.of("-jar", jar().toString()), redisUrl, List.of("--concurrency", "2"));
    }

    /**
     * Describes a worker that has the handlers of a package of the tests, too.
     *
     * @param properties system properties, such as {@code -Dname=value}
     * @param options of the worker
     */
    public static Worker withHandlersOf(
            Class<?> inPackage, String name, String redisUrl, List<String> properties, List<String> options) {
        List<String> java = new ArrayList<>(properties);
        java.add("-Dmillrace.worker.packages=" + inPackage.getPackageName());
        java.add("-cp");
        java.add(jar() + ":" + Built.TARGET.resolve("test-classes"));
        java.add("dev.millrace.worker.cli.WorkerCommand");
        return new Worker(name, java, redisUrl, options);
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

    /** As {@code kill -STOP} does. */
    public void freeze() {
        program.freeze();
    }

    /** As {@code kill -CONT} does. */
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

    private static Path jar() {
        return Built.inStack("millrace-worker.jar");
    }
}
