package dev.millrace.dispatch;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.millrace.catalogue.Catalogue;
import dev.millrace.catalogue.CompiledTaskType;
import dev.millrace.catalogue.DeclareNamedQueues;
import dev.millrace.catalogue.LiveWorkers;
import dev.millrace.platform.loop.Step;
import dev.millrace.platform.loop.StepResult;
import dev.millrace.platform.node.NodeLog;
import dev.millrace.task.DeclareQueues;
import dev.millrace.task.QueueSettings;
import dev.millrace.task.QueueUsage;

/**
 * One round over all queues. It declares the queues in use, closes long unused ones, and deletes those closed a while
 * ago, in Redis and then in SQL. All nodes may run it at the same time.
 */
final class CleanQueues implements Step {
    /** By then no node accepts tasks for it, and tasks that a slower node accepted are in SQL. */
    static final Duration GRACE = Duration.ofSeconds(10);

    private static final Logger LOG = NodeLog.of(CleanQueues.class);

    private final QueueUsage usage;
    private final DeclareQueues declareQueues;
    private final DeclareNamedQueues declared;
    private final Catalogue catalogue;
    private final LiveWorkers workers;
    private final QueueKeys keys;
    private final QueueSettings settings;
    private final Clock clock;

    CleanQueues(
            QueueUsage usage,
            DeclareQueues declareQueues,
            DeclareNamedQueues declared,
            Catalogue catalogue,
            LiveWorkers workers,
            QueueKeys keys,
            QueueSettings settings,
            Clock clock) {
        this.usage = usage;
        this.declareQueues = declareQueues;
        this.declared = declared;
        this.catalogue = catalogue;
        this.workers = workers;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public StepResult once() {
        Instant now = clock.instant();
        Set<String> used = declared();
        Set<String> withTasks = usage.findQueuesWithUnfinishedTasks();
        withTasks.forEach(queue -> declareQueues.restore(queue, now));
        used.addAll(withTasks);
        usage.markUsed(used, now);
        if (settings.unusedAfter() != null) {
            usage.findUnusedSince(now.minus(settings.unusedAfter())).forEach(queue -> closeUnused(queue, now));
        }
        usage.findClosedBefore(now.minus(GRACE)).forEach(queue -> removeUnlessUsed(queue, used, now));
        return StepResult.NONE;
    }

    /** A queue whose declaration failed at the announcement may fit now. */
    private Set<String> declared() {
        Map<String, String> ofTypes = new TreeMap<>();
        for (CompiledTaskType type : catalogue.all()) {
            ofTypes.putIfAbsent(
                    type.announcement().queue(),
                    "the task type " + type.announcement().name());
        }
        declared.declare(ofTypes);
        Set<String> names = new TreeSet<>(ofTypes.keySet());
        workers.latest().forEach(heartbeat -> names.addAll(heartbeat.queues()));
        return names;
    }

    private void closeUnused(String queue, Instant now) {
        if (usage.isScheduled(queue)) {
            usage.markUsed(Set.of(queue), now);
        } else if (usage.close(queue, now)) {
            LOG.log(Level.INFO, "Closed queue {0}; unused for {1}", queue, settings.unusedAfter());
        }
    }

    private void removeUnlessUsed(String queue, Set<String> used, Instant now) {
        if (used.contains(queue) || usage.isScheduled(queue)) {
            declareQueues.restore(queue, now);
            LOG.log(Level.INFO, "Reopened queue {0}; it is used again", queue);
            return;
        }
        keys.delete(queue);
        if (usage.remove(queue)) {
            LOG.log(Level.INFO, "Deleted queue {0}", queue);
        }
    }
}
