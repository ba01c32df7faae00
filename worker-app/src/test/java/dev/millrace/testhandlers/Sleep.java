package dev.millrace.testhandlers;

import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

/** Sleeps, and obeys an interrupt. */
@TaskType(
        name = "sleep",
        title = "Sleep",
        description = "Takes its time, and lets itself be woken.",
        example = "{\"text\":\"x\"}",
        grace = "1m")
public final class Sleep implements TaskHandler<Text, Text> {
    @Override
    public Text run(Text parameters, TaskContext context) throws InterruptedException {
        Thread.sleep(parameters.text().equals("x") ? 60_000 : Long.parseLong(parameters.text()));
        return parameters;
    }
}
