package dev.millrace.testhandlers;

import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

/** Ignores a request to stop, in a child. */
@TaskType(
        name = "isolated_spin",
        title = "IsolatedSpin",
        description = "Never hears a request to stop, in a child.",
        example = "{\"text\":\"x\"}",
        grace = "100ms",
        isolated = true)
public final class IsolatedSpin implements TaskHandler<Text, Text> {
    @Override
    public Text run(Text parameters, TaskContext context) {
        return new Spin().run(parameters, context);
    }
}
