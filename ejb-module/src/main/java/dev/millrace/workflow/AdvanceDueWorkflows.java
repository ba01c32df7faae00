package dev.millrace.workflow;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;

import dev.millrace.platform.loop.IsolateFailures;
import dev.millrace.platform.loop.Step;
import dev.millrace.platform.loop.StepResult;

/** Advances the workflows with pending advances. A failure of one workflow does not stop the others. */
final class AdvanceDueWorkflows implements Step {
    private final AdvanceWorkflow workflows;
    private final Consumer<AdvanceEffects> done;
    private final Clock clock;

    /** @param done gets the effects of each pass, after their commit */
    AdvanceDueWorkflows(AdvanceWorkflow workflows, Consumer<AdvanceEffects> done, Clock clock) {
        this.workflows = workflows;
        this.done = done;
        this.clock = clock;
    }

    @Override
    public StepResult once() {
        return IsolateFailures.forEach(workflows.findPending(), this::advance);
    }

    private boolean advance(UUID id) {
        done.accept(workflows.advance(id, clock.instant()));
        return true;
    }
}
