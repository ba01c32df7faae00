package dev.millrace.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Wakes the workflow runner as soon as a pending advance is committed on this node. */
@ApplicationScoped
public class WakeWorkflowLoop {
    private volatile Runnable runner = () -> {};

    public void wake(Runnable whom) {
        runner = whom;
    }

    void onAdvancePending(@Observes(during = TransactionPhase.AFTER_SUCCESS) PendingAdvanceAdded event) {
        runner.run();
    }
}
