package dev.millrace.operations;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.audit.ActionKind;
import dev.millrace.audit.Actor;
import dev.millrace.audit.AuditLog;
import dev.millrace.audit.AuditTarget;
import dev.millrace.audit.AuditedAction;
import dev.millrace.catalogue.Catalogue;
import dev.millrace.catalogue.LiveWorkers;
import dev.millrace.contract.RedisNames;
import dev.millrace.platform.node.NodeLog;
import dev.millrace.request.RequestObject;
import dev.millrace.task.DeclareQueues;
import dev.millrace.task.Queue;
import dev.millrace.task.QueueModes;
import dev.millrace.task.QueueNotFound;
import dev.millrace.task.QueueSettings;
import dev.millrace.task.QueueUsage;
import dev.millrace.task.Queues;

/** Creates and deletes queues for admins. */
@ApplicationScoped
public class CreateQueues {
    private static final Logger LOG = NodeLog.of(CreateQueues.class);
    private static final int MAX_NAMED = 5;

    @Inject
    private Queues queues;

    @Inject
    private DeclareQueues declare;

    @Inject
    private QueueUsage upkeep;

    @Inject
    private QueueModes modes;

    @Inject
    private Catalogue catalogue;

    @Inject
    private LiveWorkers workers;

    @Inject
    private QueueSettings settings;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

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
                queue -> auditedAction(ActionKind.QUEUE_CREATE, name));
        modes.refresh();
        LOG.log(Level.INFO, "Created queue {0}; user {1}", name, by.username());
        return created;
    }

    /**
     * Deletes an unused queue. It takes no new task from now on; a later round deletes its keys and its row.
     *
     * @throws QueueNotFound if there is none of this name
     * @throws QueueInUse if it is in use
     */
    public void delete(String name, Actor by) {
        if (!queues.names().contains(name)) {
            throw new QueueNotFound();
        }
        List<String> reasons = usesOf(name);
        if (!reasons.isEmpty()) {
            throw new QueueInUse(reasons);
        }
        boolean closed = audit.recordAround(
                by, () -> upkeep.close(name, clock.instant()), done -> auditedAction(ActionKind.QUEUE_DELETE, name)
                        .filter(audited -> done));
        if (!closed) {
            throw new QueueNotFound();
        }
        modes.refresh();
        LOG.log(Level.INFO, "Closed queue {0}; user {1}", name, by.username());
    }

    private List<String> usesOf(String name) {
        List<String> reasons = new ArrayList<>();
        if (upkeep.hasUnfinishedTasks(name)) {
            reasons.add("it has tasks that are not finished");
        }
        String types = firstNames(catalogue.all().stream()
                .map(type -> type.announcement())
                .filter(type -> type.queue().equals(name))
                .map(type -> type.name()));
        if (!types.isEmpty()) {
            reasons.add("it is the queue of the task types " + types);
        }
        String readers = firstNames(workers.latest().stream()
                .filter(heartbeat -> heartbeat.queues().contains(name))
                .map(heartbeat -> heartbeat.worker()));
        if (!readers.isEmpty()) {
            reasons.add("it is read by the workers " + readers);
        }
        if (upkeep.isScheduled(name)) {
            reasons.add("a schedule sends tasks to it");
        }
        return reasons;
    }

    private static String firstNames(Stream<String> names) {
        List<String> all = names.sorted().toList();
        return all.stream().limit(MAX_NAMED).collect(Collectors.joining(", ", "", all.size() > MAX_NAMED ? ", …" : ""));
    }

    private static Optional<AuditedAction> auditedAction(ActionKind action, String name) {
        return Optional.of(new AuditedAction(action, new AuditTarget(AuditTarget.Kind.QUEUE, name), null));
    }
}
