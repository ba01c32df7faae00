package dev.millrace.worker.attempt;

import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.nio.channels.ClosedByInterruptException;
import java.util.Arrays;
import java.util.function.Supplier;

import dev.millrace.contract.AttemptError;
import dev.millrace.contract.ReportLimits;
import dev.millrace.worker.api.TaskInterrupted;

/** Reads exceptions. Each of their methods may itself throw or never return; then this reports the readable part. */
public final class SafeThrowables {
    private static final int MAX_CAUSES = 20;

    private SafeThrowables() {}

    /** @return the error to report, with the exception's own message */
    public static AttemptError error(Throwable e) {
        return error(e, message(e));
    }

    static AttemptError error(Throwable e, String message) {
        return new AttemptError(e.getClass().getName(), message, stackTrace(e));
    }

    /** @return its message, null if it has none */
    static String message(Throwable e) {
        try {
            return ReportLimits.truncate(e.getMessage(), ReportLimits.ERROR_MESSAGE);
        } catch (Throwable failure) {
            return "(unreadable message: " + failure.getClass().getName() + ")";
        }
    }

    /** @return its cause, null if it has none or hides it */
    static Throwable cause(Throwable e) {
        return orNull(e::getCause);
    }

    /** @return its stack trace as text */
    public static String stackTrace(Throwable e) {
        BoundedWriter trace = new BoundedWriter(ReportLimits.ERROR_TRACE);
        try {
            e.printStackTrace(new PrintWriter(trace));
            return trace.toString();
        } catch (BoundedWriter.Full full) {
            return trace.toString();
        } catch (Throwable failure) {
            return e.getClass().getName() + " (unprintable trace: "
                    + failure.getClass().getName() + ")" + format(orNull(e::getStackTrace));
        }
    }

    /** @return a thread's present stack trace */
    static String stackTrace(Thread thread) {
        return stackTrace(thread, thread.getStackTrace());
    }

    /** @return a thread's stack trace of these frames */
    static String stackTrace(Thread thread, StackTraceElement[] frames) {
        return thread.getName() + format(frames);
    }

    private static String format(StackTraceElement[] frames) {
        StringBuilder lines = new StringBuilder();
        if (frames != null) {
            Arrays.stream(frames)
                    .takeWhile(frame -> lines.length() < ReportLimits.ERROR_TRACE)
                    .forEach(frame -> lines.append("\n\tat ").append(frame));
        }
        return lines.toString();
    }

    /** @return whether a request to stop or an interrupt caused this, directly or wrapped */
    static boolean isInterruption(Throwable e) {
        Throwable cause = e;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++, cause = cause(cause)) {
            if (cause instanceof TaskInterrupted
                    || cause instanceof InterruptedException
                    || cause instanceof InterruptedIOException
                    || cause instanceof ClosedByInterruptException) {
                return true;
            }
        }
        return false;
    }

    private static <T> T orNull(Supplier<T> value) {
        try {
            return value.get();
        } catch (Throwable failure) {
            return null;
        }
    }
}
