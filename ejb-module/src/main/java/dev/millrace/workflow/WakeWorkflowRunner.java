package dev.millrace.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Wakes who moves workflows on, as soon as news is committed on this node. */
@ApplicationScoped
public class WakeWorkflowRunner {
    private volatile Runnable sleeper = () -> {};

    public void wake(Runnable whom) {
        sleeper = whom;
    }

    void onNews(@Observes(during = TransactionPhase.AFTER_SUCCESS) AdvancePending news) {
        sleeper.run();
    }
}
