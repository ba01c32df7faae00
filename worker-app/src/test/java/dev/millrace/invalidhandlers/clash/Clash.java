package dev.millrace.invalidhandlers.clash;

import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

/** Has the name of a type that comes with Millrace. */
@TaskType(name = "reverse_string", title = "Clash", description = "Is there already.", example = "{}")
public final class Clash implements TaskHandler<Clash.Nothing, Clash.Nothing> {
    /** Parameters and result. */
    public record Nothing() {}

    @Override
    public Nothing run(Nothing input, TaskContext context) {
        return input;
    }
}
