package dev.millrace.operations;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import dev.millrace.contract.Claim;
import dev.millrace.task.Task;
import dev.millrace.task.TaskEvent;

/**
 * What a transaction did to tasks, to be made known after its commit.
 *
 * @param changed the tasks that are not as before
 * @param events what their owners are to be told, in order
 * @param withdrawn dispatches that nobody wants any more, by queue
 * @param duplicates tasks that stay as they are because another one stands for the same wish, each with that one
 */
public record OperationResult(
        List<Task> changed, List<TaskEvent> events, Map<String, Set<Claim>> withdrawn, Map<Task, UUID> duplicates) {
    public OperationResult(List<Task> changed, List<TaskEvent> events, Map<String, Set<Claim>> withdrawn) {
        this(changed, events, withdrawn, Map.of());
    }
}
