package dev.millrace.worker.child;

import java.io.IOException;
import java.io.UncheckedIOException;

import dev.millrace.worker.attempt.Assignment;
import dev.millrace.worker.attempt.AttemptListener;
import dev.millrace.worker.attempt.FailureOutcomes;
import dev.millrace.worker.attempt.InProcessAttempt;
import dev.millrace.worker.attempt.Outcome;
import dev.millrace.worker.registry.HandlerType;

/** One run of a handler, in the child: tells the parent what it says, and in any case how it ended. */
final class ChildAttempt implements AttemptListener {
    private static final double FULL = 0.5;
    private static final int UNABLE_TO_TELL = 74;

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

    /** Called on the handler's thread. If the parent cannot be told of the end, the child's own end tells it. */
    void run() {
        try {
            end(outcome());
        } catch (Throwable e) {
            Runtime.getRuntime().halt(UNABLE_TO_TELL);
        }
    }

    private Outcome outcome() {
        try {
            return handler.run();
        } catch (Throwable e) {
            return FailureOutcomes.of(e);
        }
    }

    private void end(Outcome outcome) throws IOException {
        parent.send(new MessageToParent.Ended(number, outcome, isFull()));
    }

    private static boolean isFull() {
        if (usedShare() > FULL) {
            System.gc();
        }
        return usedShare() > FULL;
    }

    private static double usedShare() {
        Runtime jvm = Runtime.getRuntime();
        return (jvm.totalMemory() - jvm.freeMemory()) / (double) jvm.maxMemory();
    }

    @Override
    public void progress(double fraction, String message) {
        tell(new MessageToParent.Progress(number, fraction, message));
    }

    @Override
    public void log(String line) {
        tell(new MessageToParent.Log(number, line));
    }

    private void tell(MessageToParent message) {
        try {
            parent.send(message);
        } catch (IOException e) {
            throw new UncheckedIOException("the parent is gone", e);
        }
    }
}
