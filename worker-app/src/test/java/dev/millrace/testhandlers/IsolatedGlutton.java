package dev.millrace.testhandlers;

import java.util.ArrayList;
import java.util.List;

import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

/** Exhausts the memory. */
@TaskType(
        name = "isolated_glutton",
        title = "IsolatedGlutton",
        description = "Takes all memory there is.",
        example = "{\"text\":\"x\"}",
        isolated = true)
public final class IsolatedGlutton implements TaskHandler<Text, Text> {
    @Override
    public Text run(Text parameters, TaskContext context) {
        List<long[]> eaten = new ArrayList<>();
        while (!context.isCancelled()) {
            eaten.add(new long[1_000_000]);
        }
        return new Text(Integer.toString(eaten.size()));
    }
}
