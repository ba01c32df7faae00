package dev.millrace.bench.stack;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A program that runs until it is closed; with the bench it ends at the latest. */
final class Launched implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(60);
    private static final long PAUSE_NANOS = 200_000_000;

    private final String name;
    private final File log;
    private final Process process;

    /**
     * Starts it.
     *
     * @param name as messages call it
     * @param builder its command; what it says to standard error goes where the rest goes
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

    /** @throws IllegalStateException if it ends before that, or it is still not so after that time */
    void await(Duration limit, BooleanSupplier answers) {
        long end = System.nanoTime() + limit.toNanos();
        while (!answers.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException(name + " does not answer; see " + log);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** What it says, unless that goes into a file. */
    BufferedReader output() {
        return process.inputReader();
    }

    ProcessStats program() {
        return new ProcessStats(process.pid());
    }

    /** @throws IllegalStateException if it had to be killed, with all that it had started */
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
