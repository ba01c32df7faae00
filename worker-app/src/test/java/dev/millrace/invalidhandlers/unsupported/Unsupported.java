package dev.millrace.invalidhandlers.unsupported;

import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

/** Takes a component that cannot stand in JSON. */
@TaskType(name = "unsupported", title = "Unsupported", description = "Takes a thread.", example = "{}")
public final class Unsupported implements TaskHandler<Unsupported.Input, Unsupported.Output> {
    /** What cannot be sent. */
    public record Input(Thread thread) {}

    /** Nothing. */
    public record Output() {}

    @Override
    public Output run(Input input, TaskContext context) {
        return new Output();
    }
}
