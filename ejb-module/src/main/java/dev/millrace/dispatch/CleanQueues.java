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
import dev.millrace.platform.loop.Progress;
import dev.millrace.platform.loop.Step;
import dev.millrace.platform.node.NodeLog;
import dev.millrace.task.DeclareQueues;
import dev.millrace.task.QueueSettings;
import dev.millrace.task.QueueUsage;

/**
 * One round over all queues. Those that something needs are there; those that nothing has needed for long close; those that
 * closed a while ago go, in Redis and then in SQL. Every node may do it at the same time.
 */
final class CleanQueues implements Step {
    /** By then no node takes tasks for it any more, and what a slower one has taken is in SQL. */
    static final Duration GRACE = Duration.ofSeconds(10);

    private static final Logger LOG = NodeLog.of(CleanQueues.class);

    private final QueueUsage upkeep;
    private final DeclareQueues restore;
    private final DeclareNamedQueues declared;
    private final Catalogue catalogue;
    private final LiveWorkers workers;
    private final QueueKeys keys;
    private final QueueSettings settings;
    private final Clock clock;

    CleanQueues(
            QueueUsage upkeep,
            DeclareQueues restore,
            DeclareNamedQueues declared,
            Catalogue catalogue,
            LiveWorkers workers,
            QueueKeys keys,
            QueueSettings settings,
            Clock clock) {
        this.upkeep = upkeep;
        this.restore = restore;
        this.declared = declared;
        this.catalogue = catalogue;
        this.workers = workers;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Progress once() {
        Instant now = clock.instant();
        Set<String> needed = declared();
        Set<String> occupied = upkeep.withUnfinishedTasks();
        occupied.forEach(queue -> restore.restore(queue, now));
        needed.addAll(occupied);
        upkeep.use(needed, now);
        if (settings.unusedAfter() != null) {
            upkeep.unusedSince(now.minus(settings.unusedAfter())).forEach(queue -> closeUnused(queue, now));
        }
        upkeep.closedBefore(now.minus(GRACE)).forEach(queue -> finish(queue, needed, now));
        return Progress.NONE;
    }

    /** What could not be declared when it was announced may be possible now. */
    private Set<String> declared() {
        Map<String, String> ofTypes = new TreeMap<>();
        for (CompiledTaskType type : catalogue.all()) {
            ofTypes.putIfAbsent(
                    type.announcement().queue(),
                    "the task type " + type.announcement().name());
        }
        declared.declare(ofTypes);
        Set<String> names = new TreeSet<>(ofTypes.keySet());
        workers.latest().forEach(beat -> names.addAll(beat.queues()));
        return names;
    }

    private void closeUnused(String queue, Instant now) {
        if (upkeep.isScheduled(queue)) {
            upkeep.use(Set.of(queue), now);
        } else if (upkeep.close(queue, now)) {
            LOG.log(Level.INFO, "Closed queue {0}; nothing has used it for {1}", queue, settings.unusedAfter());
        }
    }

    private void finish(String queue, Set<String> needed, Instant now) {
        if (needed.contains(queue) || upkeep.isScheduled(queue)) {
            restore.restore(queue, now);
            LOG.log(Level.INFO, "Kept queue {0}; it is needed again", queue);
            return;
        }
        keys.delete(queue);
        if (upkeep.remove(queue)) {
            LOG.log(Level.INFO, "Removed queue {0}", queue);
        }
    }
}
