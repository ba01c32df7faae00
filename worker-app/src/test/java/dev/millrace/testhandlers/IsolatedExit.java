package dev.millrace.testhandlers;

import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

/** Ends its process. */
@TaskType(
        name = "isolated_exit",
        title = "IsolatedExit",
        description = "Ends its process.",
        example = "{\"text\":\"x\"}",
        isolated = true)
public final class IsolatedExit implements TaskHandler<Text, Text> {
    @Override
    public Text run(Text parameters, TaskContext context) {
        System.exit(7);
        return parameters;
    }
}
