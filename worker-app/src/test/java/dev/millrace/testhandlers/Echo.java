package dev.millrace.testhandlers;

import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

/** Returns its parameters. */
@TaskType(name = "echo", title = "Echo", description = "Says the same.", example = "{\"text\":\"x\"}")
public final class Echo implements TaskHandler<Text, Text> {
    @Override
    public Text run(Text parameters, TaskContext context) {
        return parameters;
    }
}
