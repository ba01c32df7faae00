package dev.millrace.workflow;

import dev.millrace.platform.config.ConfigReader;

/**
 * Limits of workflows.
 *
 * @param maxTasks most tasks in one workflow
 */
public record WorkflowSettings(int maxTasks) {
    public static WorkflowSettings from(ConfigReader config) {
        return new WorkflowSettings(config.number("millrace.workflows.max-tasks", 100, 1, 1_000));
    }
}
