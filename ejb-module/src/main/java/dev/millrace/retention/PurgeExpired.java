package dev.millrace.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import dev.millrace.platform.loop.Progress;
import dev.millrace.platform.loop.Step;
import dev.millrace.task.TaskState;
import dev.millrace.workflow.PurgeWorkflows;
import dev.millrace.workflow.WorkflowState;

/** One round over everything that is kept for a while only. */
final class PurgeExpired implements Step {
    private static final int WORKFLOWS_AT_ONCE = 20;

    private final PurgeRows forget;
    private final PurgeWorkflows workflows;
    private final RetentionSettings settings;
    private final Clock clock;

    PurgeExpired(PurgeRows forget, PurgeWorkflows workflows, RetentionSettings settings, Clock clock) {
        this.forget = forget;
        this.workflows = workflows;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Progress once() {
        Instant now = clock.instant();
        boolean more = false;
        for (Map.Entry<TaskState, Duration> kept : settings.tasks().entrySet()) {
            Instant before = now.minus(kept.getValue());
            more |= forget.tasks(kept.getKey(), before);
            more |= workflows.purgeFinished(WorkflowState.valueOf(kept.getKey().name()), before, WORKFLOWS_AT_ONCE)
                    == WORKFLOWS_AT_ONCE;
        }
        more |= forget.idempotencyKeys(now);
        more |= forget.uniqueKeys(now);
        more |= forget.refreshTokens(now);
        more |= forget.signIns(now);
        more |= forget.apiTokens(now);
        if (settings.audit() != null) {
            more |= forget.auditEntries(now.minus(settings.audit()));
        }
        return Progress.of(more);
    }
}
