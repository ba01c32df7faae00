package dev.millrace.testhandlers;

import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

/** Returns the id of its process. */
@TaskType(
        name = "isolated_pid",
        title = "IsolatedPid",
        description = "Tells in which process it runs.",
        example = "{\"text\":\"x\"}",
        isolated = true)
public final class IsolatedPid implements TaskHandler<Text, Text> {
    @Override
    public Text run(Text parameters, TaskContext context) {
        System.out.println("printed by a handler");
        context.progress(0.5, "half");
        context.log("in " + ProcessHandle.current().pid());
        return new Text(Long.toString(ProcessHandle.current().pid()));
    }
}
