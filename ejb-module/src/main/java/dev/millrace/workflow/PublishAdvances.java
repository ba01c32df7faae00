package dev.millrace.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.dispatch.WakeUpSender;
import dev.millrace.push.UserEventPublisher;

/** Notifies owners and dispatchers of the effects of an advance pass. Never waits, never fails. */
@ApplicationScoped
public class PublishAdvances {
    private UserEventPublisher events;
    private WakeUpSender wakeUps;

    /** For the container. */
    protected PublishAdvances() {}

    @Inject
    PublishAdvances(UserEventPublisher events, WakeUpSender wakeUps) {
        this.events = events;
        this.wakeUps = wakeUps;
    }

    public void publish(AdvanceEffects advance) {
        events.appendAsync(advance.events());
        advance.queues().forEach(wakeUps::workAvailable);
    }
}
