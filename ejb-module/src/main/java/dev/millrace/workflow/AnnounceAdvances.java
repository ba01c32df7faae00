package dev.millrace.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.dispatch.WakeUps;
import dev.millrace.push.UserEvents;

/** Tells owners and dispatchers what moving a workflow on has done. Never waits, never fails. */
@ApplicationScoped
public class AnnounceAdvances {
    @Inject
    private UserEvents events;

    @Inject
    private WakeUps wakeUps;

    public void announce(AdvanceEffects advance) {
        events.appendAsync(advance.events());
        advance.queues().forEach(wakeUps::workAvailable);
    }
}
