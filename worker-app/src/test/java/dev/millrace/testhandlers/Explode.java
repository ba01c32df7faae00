package dev.millrace.testhandlers;

import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

/** Fails badly. */
@TaskType(name = "explode", title = "Explode", description = "Fails badly.", example = "{\"text\":\"x\"}")
public final class Explode implements TaskHandler<Text, Text> {
    @Override
    public Text run(Text parameters, TaskContext context) {
        return run(parameters, context);
    }
}
