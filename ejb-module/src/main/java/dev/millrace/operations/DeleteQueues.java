package dev.millrace.operations;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import dev.millrace.platform.node.NodeLog;
import dev.millrace.task.QueueModes;
import dev.millrace.task.QueueNotFound;
import dev.millrace.task.QueueUsage;
import dev.millrace.task.Queues;

/** Deletes queues for admins, unless something uses them. */
@ApplicationScoped
public class DeleteQueues {
    private static final Logger LOG = NodeLog.of(DeleteQueues.class);
    private static final int MAX_NAMED = 5;

    private Queues queues;
    private QueueUsage usage;
    private QueueModes modes;
    private Catalogue catalogue;
    private LiveWorkers workers;
    private AuditLog audit;
    private Clock clock;

    /** For the container. */
    protected DeleteQueues() {}

    @Inject
    DeleteQueues(
            Queues queues,
            QueueUsage usage,
            QueueModes modes,
            Catalogue catalogue,
            LiveWorkers workers,
            AuditLog audit,
            Clock clock) {
        this.queues = queues;
        this.usage = usage;
        this.modes = modes;
        this.catalogue = catalogue;
        this.workers = workers;
        this.audit = audit;
        this.clock = clock;
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
        AuditTarget target = new AuditTarget(AuditTarget.Kind.QUEUE, name);
        AuditedAction audited = new AuditedAction(ActionKind.QUEUE_DELETE, target, null);
        boolean closed = audit.recordAround(
                by, () -> usage.close(name, clock.instant()), done -> done ? Optional.of(audited) : Optional.empty());
        if (!closed) {
            throw new QueueNotFound();
        }
        modes.refresh();
        LOG.log(Level.INFO, "Closed queue {0}; user {1}", name, by.username());
    }

    private List<String> usesOf(String name) {
        List<String> reasons = new ArrayList<>();
        if (usage.hasUnfinishedTasks(name)) {
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
        if (usage.isScheduled(name)) {
            reasons.add("a schedule sends tasks to it");
        }
        return reasons;
    }

    private static String firstNames(Stream<String> names) {
        List<String> all = names.sorted().toList();
        return all.stream().limit(MAX_NAMED).collect(Collectors.joining(", ", "", all.size() > MAX_NAMED ? ", …" : ""));
    }
}
