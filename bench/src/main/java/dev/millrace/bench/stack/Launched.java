package dev.millrace.bench.stack;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A program that runs until {@link #close}; it ends with the bench at the latest. */
final class Launched implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(60);
    private static final long PAUSE_NANOS = 200_000_000;

    private final String name;
    private final File log;
    private final Process process;

    /**
     * Starts the program.
     *
     * @param name as messages call it
     * @param builder its command; standard error goes where standard output goes
     */
    Launched(String name, ProcessBuilder builder) {
        this.name = name;
        this.log = builder.redirectOutput().file();
        try {
            process = builder.redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be started", e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    }

    /** @throws IllegalStateException if the program ends before that, or the condition is still false after that time */
    void await(Duration limit, BooleanSupplier answers) {
        long end = System.nanoTime() + limit.toNanos();
        while (!answers.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException(name + " does not answer; see " + log);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** The program's output, unless that goes into a file. */
    BufferedReader output() {
        return process.inputReader();
    }

    ProcessStats program() {
        return new ProcessStats(process.pid());
    }

    /** @throws IllegalStateException if this had to kill the program and its descendants */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IllegalStateException(name + " did not stop within " + GRACE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
