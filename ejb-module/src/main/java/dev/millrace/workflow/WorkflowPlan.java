package dev.millrace.workflow;

import java.util.List;

import dev.millrace.task.TaskPlan;

/**
 * A checked request for a workflow.
 *
 * @param name for people
 * @param tasks its tasks, in the order of the request
 */
public record WorkflowPlan(String name, List<PlannedTask> tasks) {
    /**
     * One of its tasks.
     *
     * @param name its name in the workflow
     * @param refers whether its parameters refer to results, and are checked once those exist
     */
    public record PlannedTask(String name, TaskPlan task, List<Dependency> dependencies, boolean hasReferences) {}
}
