package dev.millrace.worker.attempt;

import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.nio.channels.ClosedByInterruptException;
import java.util.Arrays;
import java.util.function.Supplier;

import dev.millrace.contract.AttemptError;
import dev.millrace.contract.ReportLimits;
import dev.millrace.worker.api.TaskInterrupted;

/** Reads exceptions. Each method of one may itself throw, or go on without end: then what can be had is told. */
public final class SafeThrowables {
    private static final int DEEPEST_CAUSE = 20;

    private SafeThrowables() {}

    /** @return what is to be told of it, with its own message */
    public static AttemptError error(Throwable e) {
        return error(e, message(e));
    }

    static AttemptError error(Throwable e, String message) {
        return new AttemptError(e.getClass().getName(), message, of(e));
    }

    /** @return its message, null if it has none */
    static String message(Throwable e) {
        try {
            return ReportLimits.cut(e.getMessage(), ReportLimits.ERROR_MESSAGE);
        } catch (Throwable failure) {
            return "(its message cannot be read: " + failure.getClass().getName() + ")";
        }
    }

    /** @return its cause, null if it has none or does not tell */
    static Throwable cause(Throwable e) {
        return had(e::getCause);
    }

    /** @return its stack trace as text */
    public static String of(Throwable e) {
        BoundedWriter trace = new BoundedWriter(ReportLimits.ERROR_TRACE);
        try {
            e.printStackTrace(new PrintWriter(trace));
            return trace.toString();
        } catch (BoundedWriter.Full full) {
            return trace.toString();
        } catch (Throwable failure) {
            return e.getClass().getName() + " (its trace cannot be printed: "
                    + failure.getClass().getName() + ")" + lines(had(e::getStackTrace));
        }
    }

    /** @return where a thread is */
    static String of(Thread thread) {
        return of(thread, thread.getStackTrace());
    }

    /** @return where a thread was */
    static String of(Thread thread, StackTraceElement[] frames) {
        return thread.getName() + lines(frames);
    }

    private static String lines(StackTraceElement[] frames) {
        StringBuilder lines = new StringBuilder();
        if (frames != null) {
            Arrays.stream(frames)
                    .takeWhile(frame -> lines.length() < ReportLimits.ERROR_TRACE)
                    .forEach(frame -> lines.append("\n\tat ").append(frame));
        }
        return lines.toString();
    }

    /** @return whether this came, directly or wrapped, of a request to stop or of an interrupt */
    static boolean isInterruption(Throwable e) {
        Throwable cause = e;
        for (int i = 0; cause != null && i < DEEPEST_CAUSE; i++, cause = cause(cause)) {
            if (cause instanceof TaskInterrupted
                    || cause instanceof InterruptedException
                    || cause instanceof InterruptedIOException
                    || cause instanceof ClosedByInterruptException) {
                return true;
            }
        }
        return false;
    }

    private static <T> T had(Supplier<T> value) {
        try {
            return value.get();
        } catch (Throwable failure) {
            return null;
        }
    }
}
