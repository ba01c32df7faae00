package dev.millrace.testhandlers;

import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

/** Returns the same numbers from a child. */
@TaskType(
        name = "isolated_numbers",
        title = "IsolatedNumbers",
        description = "Returns the same numbers from a child.",
        example = "{\"amount\":1,\"units\":1,\"count\":1}",
        isolated = true)
public final class IsolatedNumbers implements TaskHandler<Numbers, Numbers> {
    @Override
    public Numbers run(Numbers numbers, TaskContext context) {
        return numbers;
    }
}
