package dev.millrace.worker.attempt;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import dev.millrace.contract.AttemptError;

/**
 * Finds threads that have called {@code System.exit} or {@code Runtime.exit}; the call does not return, so their traces
 * show it.
 */
public final class ExitCalls {
    private static final long MAIN = 1;

    private ExitCalls() {}

    /** @return each such thread of this process, with its trace; virtual threads are not among them */
    public static Map<Thread, String> current() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> Arrays.stream(entry.getValue()).anyMatch(ExitCalls::isExit))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> SafeThrowables.stackTrace(entry.getKey(), entry.getValue())));
    }

    /**
     * @return whether no handler can have called it: the thread is the program's first, or a signal thread of the JVM
     */
    public static boolean isOwnThread(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return thread.getId() == MAIN || group != null && group.getParent() == null;
    }

    /**
     * Makes the outcome of an attempt whose handler has called it.
     *
     * @param message for people
     * @param trace of the call, or null
     */
    public static Outcome outcome(String message, String trace) {
        return new Outcome.Failed(new AttemptError("HandlerExited", message, trace), true, null);
    }

    private static boolean isExit(StackTraceElement frame) {
        return frame.getMethodName().equals("exit")
                && (frame.getClassName().equals("java.lang.Shutdown")
                        || frame.getClassName().equals("java.lang.Runtime"));
    }
}
