package dev.millrace.worker.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.millrace.worker.attempt.Listener;
import dev.millrace.worker.attempt.Outcome;

/** One child, seen from its parent. Runs one task at a time; its end, however it comes, ends that task's attempt. */
final class ChildProcess {
    private static final Logger LOG = LoggerFactory.getLogger(ChildProcess.class);
    private static final long START_SECONDS = 30;
    private static final long LAST_WORDS_SECONDS = 1;

    private final Process process;
    private final Wire wire;
    private final Executor threads;
    private final ChildErrors errors;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CompletableFuture<Void> gone;
    private volatile Listener listener;
    private volatile CompletableFuture<Outcome> outcome;
    private volatile boolean killed;
    private volatile boolean full;
    private int tasks;

    private ChildProcess(Process process, Executor threads) {
        this.process = process;
        this.threads = threads;
        this.wire = new Wire(process.getOutputStream());
        this.errors = new ChildErrors(process.pid());
        CompletableFuture<Void> said = CompletableFuture.allOf(
                CompletableFuture.runAsync(this::hear, threads),
                CompletableFuture.runAsync(() -> errors.copy(process.getErrorStream()), threads));
        // What the child has said is read first; a grandchild that keeps its pipes open does not hold this up.
        this.gone = process.onExit()
                .thenCompose(ended -> said.completeOnTimeout(null, LAST_WORDS_SECONDS, TimeUnit.SECONDS));
    }

    /**
     * Starts one and waits until it takes tasks.
     *
     * @throws IOException if it does not come to that, with the reason
     */
    static ChildProcess start(ChildSettings settings, Executor threads) throws IOException, InterruptedException {
        ChildProcess child = new ChildProcess(ChildCommand.of(settings).start(), threads);
        CompletableFuture<Object> readyOrGone = CompletableFuture.anyOf(child.ready, child.gone);
        try {
            readyOrGone.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("child {} does not start", child.pid(), e);
        }
        if (!child.ready.isDone()) {
            child.kill();
            throw new IOException("the child process did not start: " + child.errors.lastLine());
        }
        LOG.info("child {} has started", child.pid());
        return child;
    }

    long pid() {
        return process.pid();
    }

    /** @return whether it should be given another task */
    boolean isFit(ChildSettings settings) {
        return process.isAlive() && !killed && !full && tasks < settings.tasks();
    }

    /** Counts another task for this child; to be called once before {@link #run}. */
    int nextNumber() {
        return ++tasks;
    }

    Outcome run(ToChild.Run run, Listener hears) throws InterruptedException {
        CompletableFuture<Outcome> result = new CompletableFuture<>();
        listener = hears;
        outcome = result;
        gone.whenComplete((nothing, failure) -> result.complete(lost()));
        try {
            wire.send(run);
        } catch (IOException e) {
            LOG.debug("child {} does not listen", pid(), e);
            end();
        }
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Outcome lost() {
        if (killed) {
            return new Outcome.Stopped(null);
        }
        if (errors.isOutOfMemory()) {
            return Outcome.failed("OutOfMemory", "The task used up the memory of its child process.");
        }
        String message = "The child process ended with code " + process.exitValue() + " in the middle of the task.";
        return Outcome.failed("ChildProcessLost", message);
    }

    private void hear() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isEmpty()) {
                    hear(line);
                }
            }
        } catch (IOException e) {
            LOG.debug("child {} cannot be heard any more", pid(), e);
        } finally {
            end();
        }
    }

    private void hear(String line) {
        ToParent message;
        try {
            message = Wire.read(line, ToParent.class);
        } catch (IOException e) {
            errors.print(line);
            return;
        }
        if (message instanceof ToParent.Progress progress) {
            listener.progress(progress.fraction(), progress.message());
        } else if (message instanceof ToParent.Log log) {
            listener.log(log.line());
        } else if (message instanceof ToParent.Ended ended) {
            full = ended.full();
            outcome.complete(ended.outcome());
        } else {
            ready.complete(null);
        }
    }

    /** Passes on the request to stop, off the caller's thread: a frozen child may not read. */
    void stop(int number) {
        threads.execute(() -> {
            try {
                wire.send(new ToChild.Stop(number));
            } catch (IOException e) {
                LOG.debug("child {} cannot be told to stop", pid(), e);
            }
        });
    }

    /** Ends it and all that it has started. */
    void kill() {
        killed = true;
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        end();
    }

    /** Through its handle: {@link Process#destroyForcibly} would close the pipes before they are read to the end. */
    private void end() {
        process.toHandle().destroyForcibly();
    }
}
