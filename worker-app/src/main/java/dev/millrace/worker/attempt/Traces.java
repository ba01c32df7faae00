package dev.millrace.worker.attempt;

import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.ClosedByInterruptException;

import dev.millrace.contract.AttemptError;
import dev.millrace.worker.api.TaskInterrupted;

/** Reads exceptions. */
public final class Traces {
    private static final int DEEPEST_CAUSE = 20;

    private Traces() {}

    public static AttemptError error(Throwable e, String message) {
        return new AttemptError(e.getClass().getName(), message, of(e));
    }

    static String of(Throwable e) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    static String of(Thread thread) {
        StringBuilder trace = new StringBuilder(thread.getName());
        for (StackTraceElement frame : thread.getStackTrace()) {
            trace.append("\n\tat ").append(frame);
        }
        return trace.toString();
    }

    /** @return whether this came, directly or wrapped, of a request to stop or of an interrupt */
    static boolean isInterruption(Throwable e) {
        Throwable cause = e;
        for (int i = 0; cause != null && i < DEEPEST_CAUSE; i++, cause = cause.getCause()) {
            if (cause instanceof TaskInterrupted
                    || cause instanceof InterruptedException
                    || cause instanceof InterruptedIOException
                    || cause instanceof ClosedByInterruptException) {
                return true;
            }
        }
        return false;
    }
}
