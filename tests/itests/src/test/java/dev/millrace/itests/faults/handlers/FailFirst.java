package dev.millrace.itests.faults.handlers;

import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

/** Fails its first attempt, applies its effect in the second. */
@TaskType(
        name = "fault_fail_first",
        title = "Fail first",
        description = "Fails its first attempt, applies its effect in the second.",
        example = "{\"millis\":10}",
        maxAttempts = 2,
        backoff = "500ms")
public final class FailFirst implements TaskHandler<Work, Done> {
    @Override
    public Done run(Work work, TaskContext task) throws Exception {
        Effect.begins(task);
        Thread.sleep(work.millis());
        if (task.attempt() == 1) {
            throw new IllegalStateException("the first attempt fails");
        }
        Effect.applies(task);
        return new Done(task.taskId().toString(), task.attempt());
    }
}
