package dev.millrace.operations;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.audit.ActionKind;
import dev.millrace.audit.Actor;
import dev.millrace.audit.AuditLog;
import dev.millrace.audit.AuditTarget;
import dev.millrace.audit.AuditedAction;
import dev.millrace.contract.RedisNames;
import dev.millrace.platform.node.NodeLog;
import dev.millrace.request.RequestObject;
import dev.millrace.task.DeclareQueues;
import dev.millrace.task.Queue;
import dev.millrace.task.QueueModes;
import dev.millrace.task.QueueSettings;

/** Creates queues for admins. */
@ApplicationScoped
public class CreateQueues {
    private static final Logger LOG = NodeLog.of(CreateQueues.class);

    private DeclareQueues declare;
    private QueueModes modes;
    private QueueSettings settings;
    private AuditLog audit;
    private Clock clock;

    /** For the container. */
    protected CreateQueues() {}

    @Inject
    CreateQueues(DeclareQueues declare, QueueModes modes, QueueSettings settings, AuditLog audit, Clock clock) {
        this.declare = declare;
        this.modes = modes;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Creates a queue that remains until an admin deletes it.
     *
     * @param body {@code {"name": …, "maxRunning"?: …}}
     * @throws dev.millrace.platform.problem.InvalidRequest if the body has another form
     * @throws dev.millrace.task.QueueTaken if it exists
     * @throws dev.millrace.task.TooManyQueues if the limit of queues is reached
     */
    public Queue create(String body, Actor by) {
        RequestObject members = RequestObject.parse(body, Set.of("name", "maxRunning"));
        String name = members.required(
                "name",
                "must be 1 to 63 of a-z 0-9 _ . -, the first a letter or digit",
                json -> RedisNames.requireQueueName(RequestObject.string(json)));
        Integer maxRunning = members.number("maxRunning", 0, QueueOperations.MAX_RUNNING);
        members.throwIfInvalid();
        Queue created = audit.recordAround(
                by,
                () -> declare.create(name, maxRunning, settings.max(), clock.instant()),
                queue -> Optional.of(new AuditedAction(
                        ActionKind.QUEUE_CREATE, new AuditTarget(AuditTarget.Kind.QUEUE, name), null)));
        modes.refresh();
        LOG.log(Level.INFO, "Created queue {0}; user {1}", name, by.username());
        return created;
    }
}
