package dev.millrace.testhandlers;

import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

/** Ignores a request to stop. */
@TaskType(
        name = "spin",
        title = "Spin",
        description = "Never hears a request to stop.",
        example = "{\"text\":\"x\"}",
        grace = "100ms")
public final class Spin implements TaskHandler<Text, Text> {
    @Override
    public Text run(Text parameters, TaskContext context) {
        while (!parameters.text().equals(System.getProperty("millrace.test.end-of-spin"))) {
            Thread.onSpinWait();
        }
        return parameters;
    }
}
