package dev.millrace.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import dev.millrace.platform.loop.Step;
import dev.millrace.platform.loop.StepResult;
import dev.millrace.task.TaskState;
import dev.millrace.workflow.PurgeWorkflows;
import dev.millrace.workflow.WorkflowState;

/** Purges rows past their retention. One call is one round; safe to repeat. */
final class PurgeExpired implements Step {
    private static final int MAX_WORKFLOWS = 20;

    private final PurgeRows purgeRows;
    private final PurgeWorkflows workflows;
    private final RetentionSettings settings;
    private final Clock clock;

    PurgeExpired(PurgeRows purgeRows, PurgeWorkflows workflows, RetentionSettings settings, Clock clock) {
        this.purgeRows = purgeRows;
        this.workflows = workflows;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public StepResult once() {
        Instant now = clock.instant();
        boolean more = false;
        for (Map.Entry<TaskState, Duration> retention : settings.tasks().entrySet()) {
            Instant before = now.minus(retention.getValue());
            more |= purgeRows.tasks(retention.getKey(), before);
            more |= workflows.purgeFinished(
                            WorkflowState.valueOf(retention.getKey().name()), before, MAX_WORKFLOWS)
                    == MAX_WORKFLOWS;
        }
        more |= purgeRows.idempotencyKeys(now);
        more |= purgeRows.uniqueKeys(now);
        more |= purgeRows.refreshTokens(now);
        more |= purgeRows.sessions(now);
        more |= purgeRows.apiTokens(now);
        if (settings.audit() != null) {
            more |= purgeRows.auditEntries(now.minus(settings.audit()));
        }
        return StepResult.of(more);
    }
}
