package dev.millrace.testhandlers;

import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

/** Fails when asked to stop. */
@TaskType(
        name = "fail_when_stopped",
        title = "FailWhenStopped",
        description = "Fails when asked to stop.",
        example = "{\"text\":\"x\"}",
        grace = "1m")
public final class FailWhenStopped implements TaskHandler<Text, Text> {
    @Override
    public Text run(Text parameters, TaskContext context) {
        while (!context.isCancelled()) {
            Thread.onSpinWait();
        }
        throw new IllegalStateException("broken");
    }
}
