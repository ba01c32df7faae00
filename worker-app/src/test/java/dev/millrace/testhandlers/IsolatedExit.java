package dev.millrace.testhandlers;

import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

/** Makes its process exit, in several ways. */
@TaskType(
        name = "isolated_exit",
        title = "IsolatedExit",
        description = "Ends its process.",
        example = "{\"text\":\"x\"}",
        isolated = true)
public final class IsolatedExit implements TaskHandler<Text, Text> {
    @Override
    public Text run(Text parameters, TaskContext context) throws InterruptedException {
        switch (parameters.text()) {
            case "halt" -> Runtime.getRuntime().halt(7);
            case "x" -> System.exit(7);
            default -> new Exit().run(parameters, context);
        }
        return parameters;
    }
}
