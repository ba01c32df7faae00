package dev.millrace.testhandlers;

import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

/** Finishes when asked to stop. */
@TaskType(
        name = "finish_anyway",
        title = "FinishAnyway",
        description = "Finishes when asked to stop.",
        example = "{\"text\":\"x\"}",
        grace = "1m")
public final class FinishAnyway implements TaskHandler<Text, Text> {
    @Override
    public Text run(Text parameters, TaskContext context) {
        while (!context.isCancelled()) {
            Thread.onSpinWait();
        }
        return parameters;
    }
}
