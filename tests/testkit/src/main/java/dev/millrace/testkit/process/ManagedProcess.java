package dev.millrace.testkit.process;

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
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.awaitility.core.ConditionTimeoutException;

import static org.awaitility.Awaitility.await;

/** A program as a process of its own. A test can kill it and start it again. It dies with the test's virtual machine. */
public class ManagedProcess implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration OUTPUT_POLL = Duration.ofMillis(10);
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(ManagedProcess::killWithDescendants)));
    }

    private final String name;
    private final Supplier<List<String>> program;
    private final Map<String, String> environment;
    private final Path log;
    private List<String> command;
    private Process process;
    private boolean frozen;
    private int outputBefore;
    private Duration grace = Duration.ofSeconds(30);

    /**
     * Prepares the process and starts nothing yet.
     *
     * @param name also its log's name in {@link BuildOutput#LOGS}
     * @param environment in addition to the test's own, without its settings of Millrace, {@code MILLRACE_*}
     */
    public ManagedProcess(String name, List<String> command, Map<String, String> environment) {
        this(name, () -> command, environment, BuildOutput.LOGS.resolve(name + ".log"));
    }

    /** The same with another log, to which the process appends. */
    public ManagedProcess(String name, List<String> command, Map<String, String> environment, Path log) {
        this(name, () -> command, environment, log);
    }

    /** The same with a command that this makes before the first start. */
    protected ManagedProcess(String name, Supplier<List<String>> command, Map<String, String> environment) {
        this(name, command, environment, BuildOutput.LOGS.resolve(name + ".log"));
    }

    private ManagedProcess(String name, Supplier<List<String>> program, Map<String, String> environment, Path log) {
        this.name = name;
        this.program = program;
        this.environment = Map.copyOf(environment);
        this.log = log;
    }

    /** Sets the time within which it must have ended after {@link #stop} or {@link #close}; 30 s without this. */
    public ManagedProcess withGrace(Duration time) {
        grace = time;
        return this;
    }

    /** Starts it without waiting. */
    public ManagedProcess start() {
        if (command == null) {
            command = List.copyOf(program.get());
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(ManagedProcess::isSetting);
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.getParent());
            outputBefore = Files.exists(log) ? output().length() : 0;
            process = builder.redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be started", e);
        }
        frozen = false;
        RUNNING.add(process);
        return this;
    }

    /**
     * Waits until the program answers.
     *
     * @throws IllegalStateException if the program ends before that, or does not answer within that time
     */
    public void awaitAnswer(Duration limit, BooleanSupplier answers) {
        awaitWhileAlive(limit, POLL, answers);
    }

    /**
     * Waits until its output since the last start contains that text.
     *
     * @throws IllegalStateException if the program ends before that, or does not print the text within that time
     */
    public void awaitOutput(Duration limit, String text) {
        awaitWhileAlive(
                limit, OUTPUT_POLL, () -> output().substring(outputBefore).contains(text));
    }

    private void awaitWhileAlive(Duration limit, Duration poll, BooleanSupplier condition) {
        try {
            await().atMost(limit).pollInterval(poll).until(() -> condition.getAsBoolean() || !isAlive());
        } catch (ConditionTimeoutException e) {
            throw new IllegalStateException(name + " does not answer within " + limit + "; see " + log, e);
        }
        if (!isAlive()) {
            throw new IllegalStateException(name + " does not answer, it ended with " + exitValue() + "; see " + log);
        }
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

    /** Its process id, other with each start; only after one. */
    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Its exit code; only after its end. */
    public int exitValue() {
        return process.exitValue();
    }

    public Path log() {
        return log;
    }

    /** Its output so far, over all its starts. */
    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it if it runs, even frozen. */
    @Override
    public void close() {
        if (isAlive()) {
            thaw();
            stop();
        }
    }

    @Override
    public String toString() {
        return name + " (" + log + ")";
    }

    /** Whether a variable configures Millrace. The one that names the machine's Redis is for {@code deploy/redis-server}. */
    private static boolean isSetting(String variable) {
        return (variable.startsWith("MILLRACE_") || variable.startsWith("MP_"))
                && !variable.equals("MILLRACE_REDIS_SERVER");
    }

    private void signal(String signal) {
        Command.of("kill", "-" + signal, Long.toString(pid())).output();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(grace.toSeconds(), TimeUnit.SECONDS)) {
                killWithDescendants(process);
                throw new IllegalStateException(name + " did not stop within " + grace + "; see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            killWithDescendants(process);
        } finally {
            RUNNING.remove(process);
        }
    }

    private static void killWithDescendants(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
