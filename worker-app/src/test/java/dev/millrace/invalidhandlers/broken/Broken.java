package dev.millrace.invalidhandlers.broken;

import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

/** Its class cannot be initialized. */
@TaskType(name = "broken", title = "Broken", description = "Cannot be made.", example = "{}")
public final class Broken implements TaskHandler<Broken.Nothing, Broken.Nothing> {
    private static final int ROOM = Integer.parseInt("none");

    /** Parameters and result. */
    public record Nothing() {}

    @Override
    public Nothing run(Nothing input, TaskContext context) {
        context.log("room " + ROOM);
        return input;
    }
}
