package dev.millrace.testhandlers;

import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

/** Sleeps in a child. */
@TaskType(
        name = "isolated_sleep",
        title = "IsolatedSleep",
        description = "Takes its time in a child.",
        example = "{\"text\":\"x\"}",
        grace = "1m",
        isolated = true)
public final class IsolatedSleep implements TaskHandler<Text, Text> {
    @Override
    public Text run(Text parameters, TaskContext context) throws InterruptedException {
        return new Sleep().run(parameters, context);
    }
}
