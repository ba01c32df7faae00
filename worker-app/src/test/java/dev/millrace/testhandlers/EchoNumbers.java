package dev.millrace.testhandlers;

import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

/** Returns the same numbers. */
@TaskType(
        name = "echo_numbers",
        title = "EchoNumbers",
        description = "Returns the same numbers.",
        example = "{\"amount\":1,\"units\":1,\"count\":1}")
public final class EchoNumbers implements TaskHandler<Numbers, Numbers> {
    @Override
    public Numbers run(Numbers numbers, TaskContext context) {
        return numbers;
    }
}
