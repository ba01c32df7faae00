package dev.millrace.operations;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.audit.ActionKind;
import dev.millrace.audit.Actor;
import dev.millrace.audit.AuditLog;
import dev.millrace.audit.AuditTarget;
import dev.millrace.audit.AuditedAction;
import dev.millrace.dispatch.WakeUpSender;
import dev.millrace.platform.node.NodeLog;
import dev.millrace.request.RequestObject;
import dev.millrace.task.Queue;
import dev.millrace.task.QueueMode;
import dev.millrace.task.QueueModes;
import dev.millrace.task.QueueNotFound;
import dev.millrace.task.Queues;

/**
 * Shows, pauses, drains and limits queues for admins. When these methods return, they have committed the change and
 * woken every node.
 */
@ApplicationScoped
public class QueueOperations {
    private static final Logger LOG = NodeLog.of(QueueOperations.class);
    static final int MAX_RUNNING = 1_000_000;

    private Queues queues;
    private QueueModes modes;
    private CreateQueues createQueues;
    private DeleteQueues deleteQueues;
    private QueueView view;
    private WakeUpSender wakeUps;
    private AuditLog audit;

    /** For the container. */
    protected QueueOperations() {}

    @Inject
    QueueOperations(
            Queues queues,
            QueueModes modes,
            CreateQueues createQueues,
            DeleteQueues deleteQueues,
            QueueView view,
            WakeUpSender wakeUps,
            AuditLog audit) {
        this.queues = queues;
        this.modes = modes;
        this.createQueues = createQueues;
        this.deleteQueues = deleteQueues;
        this.view = view;
        this.wakeUps = wakeUps;
        this.audit = audit;
    }

    /** @return {@code {"items": […]}}, by name */
    public String all() {
        return view.of(queues.all());
    }

    /** Creates a queue, see {@link CreateQueues#create}. */
    public String create(String body, Actor by) {
        return published(createQueues.create(body, by));
    }

    /** Deletes a queue, see {@link DeleteQueues#delete}. */
    public void delete(String name, Actor by) {
        deleteQueues.delete(name, by);
    }

    /**
     * @return the queue after the change
     * @throws QueueNotFound if there is none of this name
     */
    public String setMode(String name, QueueMode mode, Actor by) {
        Queue queue = runAudited(by, actionFor(mode), name, null, () -> queues.setMode(name, mode));
        LOG.log(Level.INFO, "Set queue {0} to {1}; user {2}", name, mode, by.username());
        return published(queue);
    }

    /**
     * @param body {@code {"maxRunning": …}}, null = no limit
     * @return the queue after the change
     * @throws QueueNotFound if there is none of this name
     * @throws dev.millrace.platform.problem.InvalidRequest if the body has another form
     */
    public String setMaxRunning(String name, String body, Actor by) {
        RequestObject members = RequestObject.parse(body, Set.of("maxRunning"));
        Integer maxRunning = members.number("maxRunning", 0, MAX_RUNNING);
        if (!members.has("maxRunning")) {
            members.fault("maxRunning", "is required");
        }
        members.throwIfInvalid();
        String details = "maxRunning: " + maxRunning;
        Queue queue =
                runAudited(by, ActionKind.QUEUE_LIMIT, name, details, () -> queues.setMaxRunning(name, maxRunning));
        LOG.log(Level.INFO, "Limited queue {0} to {1} running tasks; user {2}", name, maxRunning, by.username());
        return published(queue);
    }

    private Queue runAudited(Actor by, ActionKind action, String name, String details, Supplier<Queue> change) {
        AuditedAction audited = new AuditedAction(action, new AuditTarget(AuditTarget.Kind.QUEUE, name), details);
        return audit.recordAround(by, change, queue -> Optional.of(audited));
    }

    private static ActionKind actionFor(QueueMode mode) {
        return switch (mode) {
            case OPEN -> ActionKind.QUEUE_RESUME;
            case PAUSED -> ActionKind.QUEUE_PAUSE;
            case DRAINING -> ActionKind.QUEUE_DRAIN;
        };
    }

    private String published(Queue queue) {
        modes.refresh();
        wakeUps.workAvailable(queue.name());
        return view.of(queue);
    }
}
