package dev.millrace.invalidhandlers.unsupported;

import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

/** Takes a component that JSON cannot express. */
@TaskType(name = "unsupported", title = "Unsupported", description = "Takes a thread.", example = "{}")
public final class Unsupported implements TaskHandler<Unsupported.Input, Unsupported.Output> {
    /** Parameters that JSON cannot express. */
    public record Input(Thread thread) {}

    /** An empty result. */
    public record Output() {}

    @Override
    public Output run(Input input, TaskContext context) {
        return new Output();
    }
}
