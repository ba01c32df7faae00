package dev.millrace.itests.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A program as a process of its own. A test can kill it and start it again. It dies with the test's virtual machine. */
public final class ManagedProcess implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private Process process;
    private boolean frozen;

    /**
     * Prepares the process and starts nothing yet.
     *
     * @param name also its log's name
     * @param environment in addition to the test's own, without the test's {@code MILLRACE_*}
     */
    public ManagedProcess(String name, List<String> command, Map<String, String> environment) {
        this.name = name;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
    }

    public ManagedProcess start() {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(key -> key.startsWith("MILLRACE_") || key.startsWith("MP_"));
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log().getParent());
            process = builder.redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be started", e);
        }
        frozen = false;
        RUNNING.add(process);
        return this;
    }

    /** Kills it as {@code kill -9} does; returns when it is gone. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Stops it as {@code kill} does; returns when it is gone. */
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    /** Freezes it as {@code kill -STOP} does: its memory and connections stay, and it does nothing. */
    public void freeze() {
        signal("STOP");
        frozen = true;
    }

    /** Thaws it as {@code kill -CONT} does. */
    public void thaw() {
        signal("CONT");
        frozen = false;
    }

    /** Whether it is alive and not frozen. */
    public boolean isAwake() {
        return isAlive() && !frozen;
    }

    /** Its process id; only after a start. */
    public long pid() {
        return process.pid();
    }

    /** Whether it has been started at least once. */
    public boolean started() {
        return process != null;
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Its exit code; only after its end. */
    public int exitValue() {
        return process.exitValue();
    }

    public Path log() {
        return BuildOutput.LOGS.resolve(name + ".log");
    }

    /** Its output so far, over all its starts. */
    public String output() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (isAlive()) {
            thaw();
            stop();
        }
    }

    @Override
    public String toString() {
        return name + " (" + log() + ")";
    }

    private void signal(String signal) {
        try {
            int exit = new ProcessBuilder("kill", "-" + signal, Long.toString(pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("kill -" + signal + " of " + this + " ended with " + exit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(name + " did not stop within " + GRACE + "; see " + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } finally {
            RUNNING.remove(process);
        }
    }
}
