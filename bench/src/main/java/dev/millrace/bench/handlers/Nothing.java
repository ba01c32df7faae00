package dev.millrace.bench.handlers;

import dev.millrace.worker.api.Parameter;
import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

/** Does nothing, so that all of a task's time is Millrace's. Returns its number, by which the client identifies it. */
@TaskType(
        name = "nothing",
        title = "Nothing",
        description = "Gives its number back.",
        example = "{\"n\": 1}",
        timeout = "10m")
public final class Nothing implements TaskHandler<Nothing.Numbered, Nothing.Numbered> {
    public record Numbered(@Parameter(min = 0) long n) {}

    @Override
    public Numbered run(Numbered number, TaskContext context) {
        return number;
    }
}
