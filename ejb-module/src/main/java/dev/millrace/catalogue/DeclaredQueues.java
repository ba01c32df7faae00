package dev.millrace.catalogue;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.audit.Action;
import dev.millrace.audit.AuditLog;
import dev.millrace.audit.Deed;
import dev.millrace.audit.Subject;
import dev.millrace.contract.RedisNames;
import dev.millrace.node.NodeLog;
import dev.millrace.task.DeclareQueues;
import dev.millrace.task.QueueModes;
import dev.millrace.task.QueueSettings;

/** Declares the queues that task types and workers name. Tells, once, of each for which there is no room. */
@ApplicationScoped
public class DeclaredQueues {
    private static final Logger LOG = NodeLog.of(DeclaredQueues.class);
    private static final int MOST_TOLD = 1_000;

    @Inject
    private DeclareQueues queues;

    @Inject
    private QueueModes modes;

    @Inject
    private AuditLog audit;

    @Inject
    private QueueSettings settings;

    @Inject
    private Clock clock;

    private final Set<String> told = Collections.synchronizedSet(new LinkedHashSet<>());

    public DeclaredQueues() {}

    DeclaredQueues(DeclareQueues queues, QueueModes modes, AuditLog audit, QueueSettings settings, Clock clock) {
        this.queues = queues;
        this.modes = modes;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Asks SQL only when there is one that this node does not know. What is no queue's name is left out.
     *
     * @param declarer who names them, for people
     */
    public void declare(String declarer, Collection<String> names) {
        Set<String> unknown = new TreeSet<>();
        for (String name : names) {
            if (RedisNames.isQueue(name) && !modes.isDeclared(name)) {
                unknown.add(name);
            }
        }
        if (unknown.isEmpty()) {
            return;
        }
        List<String> refused = queues.declare(unknown, settings.max(), clock.instant());
        if (refused.size() < unknown.size()) {
            modes.refresh();
            unknown.stream().filter(name -> !refused.contains(name)).forEach(told::remove);
        }
        for (String name : refused) {
            if (told.size() < MOST_TOLD && told.add(name)) {
                tell(declarer, name);
            }
        }
    }

    private void tell(String declarer, String name) {
        LOG.log(
                Level.WARNING,
                "Refused queue {0}, declared by {1}; there are as many as may be (millrace.queues.max = {2})",
                name,
                declarer,
                settings.max());
        String details = "declared by " + declarer + "; there are as many queues as may be, " + settings.max();
        audit.addUnknown(null, new Deed(Action.QUEUE_REFUSE, new Subject(Subject.Kind.QUEUE, name), details));
    }
}
