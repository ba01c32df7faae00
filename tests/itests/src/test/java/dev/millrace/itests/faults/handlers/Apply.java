package dev.millrace.itests.faults.handlers;

import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

/** Sleeps for a while, then applies its effect. */
@TaskType(
        name = "fault_apply",
        title = "Apply",
        description = "Takes its time, then applies its effect.",
        example = "{\"millis\":10}",
        maxAttempts = 10,
        backoff = "100ms")
public final class Apply implements TaskHandler<Work, Done> {
    @Override
    public Done run(Work work, TaskContext task) throws Exception {
        Effect.begins(task);
        Thread.sleep(work.millis());
        Effect.applies(task);
        return new Done(task.taskId().toString(), task.attempt());
    }
}
