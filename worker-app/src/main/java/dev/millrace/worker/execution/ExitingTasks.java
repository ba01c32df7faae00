package dev.millrace.worker.execution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

import dev.millrace.worker.attempt.ExitCalls;
import dev.millrace.worker.attempt.Outcome;

/**
 * Finds the tasks whose handler has called {@code System.exit}: by the thread that is in the call, or the slot that
 * started it. If neither is known, each task in this process loses its attempt, as when its worker is killed. So no
 * task suffers that more often than it has attempts.
 */
final class ExitingTasks {
    private static final String BY_ITSELF =
            "The handler called System.exit, which ends its worker. The worker has handed back its other tasks.";
    private static final String BY_ONE_OF_SEVERAL =
            "A handler of this worker called System.exit on a thread that does not show which task it belongs to.";

    private final List<RunningAttempt> tasks;
    private final Map<RunningAttempt, Outcome> outcomes = new HashMap<>();

    /**
     * The tasks whose handlers may have called it.
     *
     * @param byHandler whether some handler has called it, even if its task is over
     * @param outcomes the outcome of each task that loses its attempt
     */
    record Found(boolean byHandler, Map<RunningAttempt, Outcome> outcomes) {}

    private ExitingTasks(List<RunningAttempt> tasks) {
        this.tasks = tasks.stream().filter(task -> slot(task) != null).toList();
    }

    /**
     * Looks at all threads.
     *
     * @param exits whether this process is about to exit for a reason that may be such a call
     */
    static Found among(List<RunningAttempt> tasks, boolean exits) {
        return new ExitingTasks(tasks).find(exits);
    }

    private Found find(boolean exits) {
        Map<Thread, String> calls = ExitCalls.current();
        calls.forEach(this::attribute);
        boolean unattributed = exits && calls.keySet().stream().noneMatch(ExitCalls::isOwnThread);
        if (unattributed && outcomes.isEmpty()) {
            String trace = calls.values().stream().findFirst().orElse(null);
            String message = tasks.size() == 1 ? BY_ITSELF : BY_ONE_OF_SEVERAL;
            tasks.forEach(task -> outcomes.put(task, ExitCalls.outcome(message, trace)));
        }
        return new Found(unattributed || !outcomes.isEmpty(), outcomes);
    }

    private void attribute(Thread caller, String trace) {
        if (!isShared(caller)) {
            tasks.stream()
                    .filter(task -> isOf(task, caller))
                    .forEach(task -> outcomes.put(task, ExitCalls.outcome(BY_ITSELF, trace)));
        }
    }

    private static boolean isOf(RunningAttempt task, Thread caller) {
        Thread slot = slot(task);
        return slot != null && SlotThreads.isOfSlot(caller, slot);
    }

    private static boolean isShared(Thread thread) {
        return thread instanceof ForkJoinWorkerThread worker && worker.getPool() == ForkJoinPool.commonPool();
    }

    private static Thread slot(RunningAttempt task) {
        return task.execution() == null ? null : task.execution().thread();
    }
}
