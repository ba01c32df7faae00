package dev.millrace.itests.faults.handlers;

import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

/** Kills the worker that runs it, each time, as a crash of the virtual machine does. */
@TaskType(
        name = "fault_poison",
        title = "Poison",
        description = "Ends the worker that runs it.",
        example = "{\"millis\":10}",
        maxAttempts = 2,
        backoff = "100ms")
public final class Poison implements TaskHandler<Work, Done> {
    @Override
    public Done run(Work work, TaskContext task) throws Exception {
        Effect.begins(task);
        Thread.sleep(work.millis());
        Runtime.getRuntime().halt(1);
        return null;
    }
}
