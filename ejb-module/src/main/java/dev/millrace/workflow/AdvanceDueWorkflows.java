package dev.millrace.workflow;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;

import dev.millrace.platform.loop.IsolateFailures;
import dev.millrace.platform.loop.Progress;
import dev.millrace.platform.loop.Step;

/** Moves on the workflows that have news. What stops one workflow does not stop the others. */
final class AdvanceDueWorkflows implements Step {
    private final AdvanceWorkflow workflows;
    private final Consumer<AdvanceEffects> done;
    private final Clock clock;

    /** @param done hears of each change, after it is committed */
    AdvanceDueWorkflows(AdvanceWorkflow workflows, Consumer<AdvanceEffects> done, Clock clock) {
        this.workflows = workflows;
        this.done = done;
        this.clock = clock;
    }

    @Override
    public Progress once() {
        return IsolateFailures.forEach(workflows.findPending(), this::advance);
    }

    private boolean advance(UUID id) {
        done.accept(workflows.advance(id, clock.instant()));
        return true;
    }
}
