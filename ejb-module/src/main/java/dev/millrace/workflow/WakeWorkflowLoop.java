package dev.millrace.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Wakes the {@link WorkflowLoop} as soon as a pending advance is committed on this node. */
@ApplicationScoped
public class WakeWorkflowLoop {
    private volatile Runnable loop = () -> {};

    /** @param wake wakes the loop */
    void attach(Runnable wake) {
        loop = wake;
    }

    void onPendingAdvance(@Observes(during = TransactionPhase.AFTER_SUCCESS) PendingAdvanceAdded event) {
        loop.run();
    }
}
