package dev.millrace.testhandlers;

import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

/** Throws or returns invalid values, in a child. */
@TaskType(
        name = "isolated_break",
        title = "IsolatedBreak",
        description = "Throws or returns what nobody should, in a child.",
        example = "{\"text\":\"mute\"}",
        isolated = true)
public final class IsolatedBreak implements TaskHandler<Text, Fragile> {
    @Override
    public Fragile run(Text parameters, TaskContext context) {
        return new Break().run(parameters, context);
    }
}
