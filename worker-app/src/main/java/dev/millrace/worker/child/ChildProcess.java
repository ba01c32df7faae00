package dev.millrace.worker.child;

import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.millrace.worker.attempt.AttemptListener;
import dev.millrace.worker.attempt.ExitCalls;
import dev.millrace.worker.attempt.Outcome;

/** One child, seen from its parent. Runs one task at a time; its exit, for any reason, ends that task's attempt. */
final class ChildProcess {
    private static final Logger LOG = LoggerFactory.getLogger(ChildProcess.class);
    private static final long DRAIN_SECONDS = 1;

    private final Process process;
    private final MessageSocket socket;
    private final Executor threads;
    private final ChildOutput output;
    private final CompletableFuture<Void> exited;
    private volatile CurrentAttempt current;
    private volatile MessageToParent.Exiting exiting;
    private volatile boolean killed;
    private volatile boolean heapExhausted;
    private int tasks;

    /** @param printed done when the child's output has been read to the end */
    ChildProcess(
            Process process,
            MessageSocket socket,
            ChildOutput output,
            CompletableFuture<Void> printed,
            Executor threads) {
        this.process = process;
        this.socket = socket;
        this.threads = threads;
        this.output = output;
        CompletableFuture<Void> outputRead =
                CompletableFuture.allOf(printed, CompletableFuture.runAsync(this::receiveAll, threads));
        // The parent reads the child's output first; a grandchild that holds its pipes open does not delay this.
        this.exited = process.onExit()
                .thenCompose(ended -> outputRead.completeOnTimeout(null, DRAIN_SECONDS, TimeUnit.SECONDS));
    }

    private record CurrentAttempt(int number, AttemptListener listener, CompletableFuture<Outcome> outcome) {}

    long pid() {
        return process.pid();
    }

    /** @return whether it may get another task */
    boolean isReusable(ChildSettings settings) {
        return process.isAlive() && !killed && !heapExhausted && exiting == null && tasks < settings.tasks();
    }

    /** Counts another task for this child; the caller does so once before {@link #run}. */
    int nextNumber() {
        return ++tasks;
    }

    /** Waits for the outcome, even if another handler interrupts this thread. */
    Outcome run(MessageToChild.Start run, AttemptListener listener) {
        CompletableFuture<Outcome> result = new CompletableFuture<>();
        current = new CurrentAttempt(run.number(), listener, result);
        exited.whenComplete((nothing, failure) -> result.complete(outcomeOfExit()));
        try {
            socket.send(run);
        } catch (IOException e) {
            LOG.debug("Cannot send to child {}", pid(), e);
            destroy();
        }
        return result.join();
    }

    private Outcome outcomeOfExit() {
        if (killed) {
            return new Outcome.Stopped(null);
        }
        if (output.isOutOfMemory()) {
            return Outcome.retryableFailure("OutOfMemory", "The task used up the memory of its child process.");
        }
        if (exiting != null) {
            String message =
                    "The handler ended its process with System.exit; the code was " + process.exitValue() + ".";
            return ExitCalls.outcome(message, exiting.trace());
        }
        String message = "The child process ended with code " + process.exitValue() + " in the middle of the task.";
        return Outcome.retryableFailure("ChildProcessLost", message);
    }

    private void receiveAll() {
        try (socket) {
            while (true) {
                onMessage(socket.receive(MessageToParent.class));
            }
        } catch (EOFException e) {
            LOG.debug("Child {} closed its connection", pid());
        } catch (IOException e) {
            LOG.warn("Killing child {}, it sent an unreadable message: {}", pid(), e.getMessage());
        } finally {
            destroy();
        }
    }

    private void onMessage(MessageToParent message) {
        CurrentAttempt now = current;
        if (message instanceof MessageToParent.Exiting exit) {
            exiting = exit;
            CompletableFuture.delayedExecutor(DRAIN_SECONDS, TimeUnit.SECONDS, threads)
                    .execute(this::destroy); // a handler's shutdown hook may delay the exit for ever
        } else if (message instanceof MessageToParent.Ended ended && concerns(now, ended.number())) {
            heapExhausted = ended.heapExhausted();
            now.outcome().complete(ended.outcome());
        } else if (message instanceof MessageToParent.Progress progress && concerns(now, progress.number())) {
            now.listener().progress(progress.fraction(), progress.message());
        } else if (message instanceof MessageToParent.Log log && concerns(now, log.number())) {
            now.listener().log(log.line());
        }
    }

    /** A thread of an earlier handler may still send; its message concerns no present attempt. */
    private static boolean concerns(CurrentAttempt run, int number) {
        return run != null && run.number() == number;
    }

    /** Passes on the request to stop, off the caller's thread: a frozen child may not read. */
    void stop(int number) {
        threads.execute(() -> {
            try {
                socket.send(new MessageToChild.Stop(number));
            } catch (IOException e) {
                LOG.debug("Cannot send to child {}", pid(), e);
            }
        });
    }

    /** Kills it and all processes that it has started. */
    void kill() {
        killed = true;
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        destroy();
    }

    /** Through its handle: {@link Process#destroyForcibly} would close the pipes before this worker has read them. */
    private void destroy() {
        process.toHandle().destroyForcibly();
    }
}
