package dev.millrace.workflow;

import java.util.EnumMap;
import java.util.Map;

import dev.millrace.task.TaskState;

/** The progress of a workflow's tasks, together. */
public final class WorkflowProgress {
    private final Map<TaskState, Integer> counts = new EnumMap<>(TaskState.class);
    private int tasks;
    private double done;

    /**
     * Counts tasks in the same state.
     *
     * @param progress of all of them together
     */
    void add(TaskState state, int count, double progress) {
        counts.merge(state, count, Integer::sum);
        tasks += count;
        done += state.isFinished() ? count : progress;
    }

    int count(TaskState state) {
        return counts.getOrDefault(state, 0);
    }

    /** @return 0 to 1: the mean of the tasks' progress, where a finished one counts as 1, with any outcome */
    double progress() {
        return tasks == 0 ? 1 : done / tasks;
    }
}
