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

/** One child, seen from its parent. Runs one task at a time; its end, however it comes, ends that task's attempt. */
final class ChildProcess {
    private static final Logger LOG = LoggerFactory.getLogger(ChildProcess.class);
    private static final long LAST_WORDS_SECONDS = 1;

    private final Process process;
    private final MessageSocket wire;
    private final Executor threads;
    private final ChildOutput output;
    private final CompletableFuture<Void> gone;
    private volatile CurrentAttempt current;
    private volatile MessageToParent.Exiting exiting;
    private volatile boolean killed;
    private volatile boolean full;
    private int tasks;

    /** @param printed done when the child's output has been read to the end */
    ChildProcess(
            Process process,
            MessageSocket wire,
            ChildOutput output,
            CompletableFuture<Void> printed,
            Executor threads) {
        this.process = process;
        this.wire = wire;
        this.threads = threads;
        this.output = output;
        CompletableFuture<Void> said =
                CompletableFuture.allOf(printed, CompletableFuture.runAsync(this::hear, threads));
        // What the child has said is read first; a grandchild that keeps its pipes open does not hold this up.
        this.gone = process.onExit()
                .thenCompose(ended -> said.completeOnTimeout(null, LAST_WORDS_SECONDS, TimeUnit.SECONDS));
    }

    private record CurrentAttempt(int number, AttemptListener listener, CompletableFuture<Outcome> outcome) {}

    long pid() {
        return process.pid();
    }

    /** @return whether it should be given another task */
    boolean isFit(ChildSettings settings) {
        return process.isAlive() && !killed && !full && exiting == null && tasks < settings.tasks();
    }

    /** Counts another task for this child; to be called once before {@link #run}. */
    int nextNumber() {
        return ++tasks;
    }

    /** Waits for the outcome, even if another handler interrupts this thread. */
    Outcome run(MessageToChild.Start run, AttemptListener hears) {
        CompletableFuture<Outcome> result = new CompletableFuture<>();
        current = new CurrentAttempt(run.number(), hears, result);
        gone.whenComplete((nothing, failure) -> result.complete(lost()));
        try {
            wire.send(run);
        } catch (IOException e) {
            LOG.debug("child {} does not listen", pid(), e);
            end();
        }
        return result.join();
    }

    private Outcome lost() {
        if (killed) {
            return new Outcome.Stopped(null);
        }
        if (output.isOutOfMemory()) {
            return Outcome.failed("OutOfMemory", "The task used up the memory of its child process.");
        }
        if (exiting != null) {
            String message =
                    "The handler ended its process with System.exit; the code was " + process.exitValue() + ".";
            return ExitCalls.outcome(message, exiting.trace());
        }
        String message = "The child process ended with code " + process.exitValue() + " in the middle of the task.";
        return Outcome.failed("ChildProcessLost", message);
    }

    private void hear() {
        try (wire) {
            while (true) {
                hear(wire.receive(MessageToParent.class));
            }
        } catch (EOFException e) {
            LOG.debug("child {} says nothing more", pid());
        } catch (IOException e) {
            LOG.warn("child {} cannot be understood and is ended: {}", pid(), e.getMessage());
        } finally {
            end();
        }
    }

    private void hear(MessageToParent message) {
        CurrentAttempt now = current;
        if (message instanceof MessageToParent.Exiting exit) {
            exiting = exit;
            CompletableFuture.delayedExecutor(LAST_WORDS_SECONDS, TimeUnit.SECONDS, threads)
                    .execute(this::end); // a hook of the handler's may hold it up for ever
        } else if (message instanceof MessageToParent.Ended ended && isAbout(now, ended.number())) {
            full = ended.full();
            now.outcome().complete(ended.outcome());
        } else if (message instanceof MessageToParent.Progress progress && isAbout(now, progress.number())) {
            now.listener().progress(progress.fraction(), progress.message());
        } else if (message instanceof MessageToParent.Log log && isAbout(now, log.number())) {
            now.listener().log(log.line());
        }
    }

    /** A thread of an earlier handler may still speak; that is about nothing any more. */
    private static boolean isAbout(CurrentAttempt run, int number) {
        return run != null && run.number() == number;
    }

    /** Passes on the request to stop, off the caller's thread: a frozen child may not read. */
    void stop(int number) {
        threads.execute(() -> {
            try {
                wire.send(new MessageToChild.Stop(number));
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
