package dev.millrace.catalogue;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.audit.ActionKind;
import dev.millrace.audit.AuditLog;
import dev.millrace.audit.AuditTarget;
import dev.millrace.audit.AuditedAction;
import dev.millrace.contract.RedisNames;
import dev.millrace.contract.WorkerHeartbeat;
import dev.millrace.platform.node.NodeLog;
import dev.millrace.task.DeclareQueues;
import dev.millrace.task.QueueModes;
import dev.millrace.task.QueueSettings;

/** Declares the queues that task types and workers name. Reports, once, each that exceeds the limit of queues. */
@ApplicationScoped
public class DeclareNamedQueues {
    private static final Logger LOG = NodeLog.of(DeclareNamedQueues.class);
    private static final int MAX_REPORTED = 1_000;

    private DeclareQueues queues;
    private QueueModes modes;
    private AuditLog audit;
    private QueueSettings settings;
    private Clock clock;

    private final Set<String> reported = Collections.synchronizedSet(new LinkedHashSet<>());

    /** For the container. */
    protected DeclareNamedQueues() {}

    @Inject
    DeclareNamedQueues(DeclareQueues queues, QueueModes modes, AuditLog audit, QueueSettings settings, Clock clock) {
        this.queues = queues;
        this.modes = modes;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Declares the queues that one declarer names, as {@link #declare(Map)}.
     *
     * @param declarer a task type or worker, for people
     */
    public void declare(String declarer, Collection<String> names) {
        Map<String, String> declarers = new HashMap<>();
        names.forEach(name -> declarers.put(name, declarer));
        declare(declarers);
    }

    /** Declares the queues that these workers read, as {@link #declare(Map)}. */
    void declareThoseOf(Collection<WorkerHeartbeat> heartbeats) {
        Map<String, String> declarers = new HashMap<>();
        for (WorkerHeartbeat heartbeat : heartbeats) {
            heartbeat.queues().forEach(queue -> declarers.putIfAbsent(queue, "the worker " + heartbeat.worker()));
        }
        declare(declarers);
    }

    /**
     * Reads SQL only if this node does not know one of the queues, and then once for all. It leaves out invalid names
     * of queues.
     *
     * @param declarers the type or worker that names the queue, for people, by the queue's name
     */
    public void declare(Map<String, String> declarers) {
        Set<String> unknown = new TreeSet<>();
        for (String name : declarers.keySet()) {
            if (RedisNames.isQueueName(name) && !modes.isDeclared(name)) {
                unknown.add(name);
            }
        }
        if (unknown.isEmpty()) {
            return;
        }
        List<String> rejected = queues.declare(unknown, settings.max(), clock.instant());
        if (rejected.size() < unknown.size()) {
            modes.refresh();
            unknown.stream().filter(name -> !rejected.contains(name)).forEach(reported::remove);
        }
        for (String name : rejected) {
            if (reported.size() < MAX_REPORTED && reported.add(name)) {
                reportRejected(declarers.get(name), name);
            }
        }
    }

    private void reportRejected(String declarer, String name) {
        LOG.log(
                Level.WARNING,
                "Rejected queue {0}: limit of queues reached (millrace.queues.max = {2}); declared by {1}",
                name,
                declarer,
                settings.max());
        String details = "declared by " + declarer + "; the limit of queues is reached, " + settings.max();
        audit.recordAnonymous(
                null,
                new AuditedAction(ActionKind.QUEUE_REFUSE, new AuditTarget(AuditTarget.Kind.QUEUE, name), details));
    }
}
