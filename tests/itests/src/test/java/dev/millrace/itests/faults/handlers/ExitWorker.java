package dev.millrace.itests.faults.handlers;

import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

/** Calls {@code System.exit} with code 0 in its worker, each time. */
@TaskType(
        name = "fault_exit",
        title = "Exit",
        description = "Ends the worker that runs it.",
        example = "{\"millis\":10}",
        maxAttempts = 2,
        backoff = "100ms")
public final class ExitWorker implements TaskHandler<Work, Done> {
    @Override
    public Done run(Work work, TaskContext task) throws Exception {
        Effect.begins(task);
        Thread.sleep(work.millis());
        System.exit(0);
        return null;
    }
}
