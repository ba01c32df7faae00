package dev.millrace.operations;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import dev.millrace.contract.Claim;
import dev.millrace.task.Task;
import dev.millrace.task.TaskEvent;

/**
 * Result of a transaction on tasks, for publication after its commit.
 *
 * @param changed the changed tasks
 * @param events for their owners, in order
 * @param withdrawn claims to withdraw, by queue
 * @param duplicates unchanged tasks, each with the equal task that exists
 */
public record OperationResult(
        List<Task> changed, List<TaskEvent> events, Map<String, Set<Claim>> withdrawn, Map<Task, UUID> duplicates) {
    public OperationResult(List<Task> changed, List<TaskEvent> events, Map<String, Set<Claim>> withdrawn) {
        this(changed, events, withdrawn, Map.of());
    }
}
