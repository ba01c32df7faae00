package dev.millrace.worker.child;

import java.io.IOException;
import java.io.UncheckedIOException;

import dev.millrace.worker.attempt.Assignment;
import dev.millrace.worker.attempt.AttemptListener;
import dev.millrace.worker.attempt.FailureOutcomes;
import dev.millrace.worker.attempt.InProcessAttempt;
import dev.millrace.worker.attempt.Outcome;
import dev.millrace.worker.registry.HandlerType;

/** One attempt in the child: sends the parent its progress and log lines, and in any case its outcome. */
final class ChildAttempt implements AttemptListener {
    private static final double MAX_HEAP_SHARE = 0.5;
    private static final int CANNOT_REPORT = 74;

    private final int number;
    private final MessageSocket parent;
    private final InProcessAttempt handler;

    ChildAttempt(int number, HandlerType type, Assignment assignment, MessageSocket parent) {
        this.number = number;
        this.parent = parent;
        this.handler = new InProcessAttempt(type, assignment, this);
    }

    int number() {
        return number;
    }

    void stop() {
        handler.stop();
    }

    /** The handler's thread calls this. If the child cannot send the outcome, its exit informs the parent. */
    void run() {
        try {
            sendEnd(outcome());
        } catch (Throwable e) {
            Runtime.getRuntime().halt(CANNOT_REPORT);
        }
    }

    private Outcome outcome() {
        try {
            return handler.run();
        } catch (Throwable e) {
            return FailureOutcomes.retryable(e);
        }
    }

    private void sendEnd(Outcome outcome) throws IOException {
        parent.send(new MessageToParent.Ended(number, outcome, isHeapExhausted()));
    }

    private static boolean isHeapExhausted() {
        if (usedShare() > MAX_HEAP_SHARE) {
            System.gc();
        }
        return usedShare() > MAX_HEAP_SHARE;
    }

    private static double usedShare() {
        Runtime jvm = Runtime.getRuntime();
        return (jvm.totalMemory() - jvm.freeMemory()) / (double) jvm.maxMemory();
    }

    @Override
    public void progress(double fraction, String message) {
        send(new MessageToParent.Progress(number, fraction, message));
    }

    @Override
    public void log(String line) {
        send(new MessageToParent.Log(number, line));
    }

    private void send(MessageToParent message) {
        try {
            parent.send(message);
        } catch (IOException e) {
            throw new UncheckedIOException("the parent process has exited", e);
        }
    }
}
