package dev.millrace.workflow;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.dispatch.WakeUpSender;
import dev.millrace.push.UserEventPublisher;
import dev.millrace.submission.PublishTasks;

/** Publishes workflows to their owners and to the dispatchers, after a commit. Never waits, never fails. */
@ApplicationScoped
public class PublishWorkflows {
    private PublishTasks publishTasks;
    private UserEventPublisher events;
    private WakeUpSender wakeUps;

    /** For the container. */
    protected PublishWorkflows() {}

    @Inject
    PublishWorkflows(PublishTasks publishTasks, UserEventPublisher events, WakeUpSender wakeUps) {
        this.publishTasks = publishTasks;
        this.events = events;
        this.wakeUps = wakeUps;
    }

    /** Publishes a new workflow and its tasks. */
    void publishNew(SubmitWorkflow.SubmittedWorkflow submitted, WorkflowProgress progress) {
        publishTasks.publish(submitted.tasks());
        Workflow workflow = submitted.workflow();
        events.appendAsync(List.of(WorkflowView.event(workflow, progress, workflow.createdAt())));
    }

    /** Publishes the effects of an advance pass. */
    void publish(AdvanceEffects advance) {
        events.appendAsync(advance.events());
        advance.queues().forEach(wakeUps::workAvailable);
    }
}
