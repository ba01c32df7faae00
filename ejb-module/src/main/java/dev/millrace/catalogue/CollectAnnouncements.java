package dev.millrace.catalogue;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import redis.clients.jedis.resps.StreamEntry;

import dev.millrace.contract.MessageLimits;
import dev.millrace.contract.ReportLimits;
import dev.millrace.contract.TaskTypeAnnouncement;
import dev.millrace.contract.TypeRejection;
import dev.millrace.contract.UnreadableMessage;
import dev.millrace.platform.loop.Step;
import dev.millrace.platform.loop.StepResult;
import dev.millrace.platform.node.NodeLog;
import dev.millrace.platform.problem.Outage;
import dev.millrace.redis.StreamReader;

/** Saves the announcements of workers in the catalogue. It sets aside an announcement that fails twice. */
final class CollectAnnouncements implements Step {
    private static final Logger LOG = NodeLog.of(CollectAnnouncements.class);
    private static final Duration CLAIM_IDLE_AFTER = Duration.ofSeconds(10);

    private final StreamReader stream;
    private final TaskTypes types;
    private final DeclareNamedQueues queues;
    private final Catalogue catalogue;
    private final Clock clock;
    private final Consumer<TypeRejection> notifyWorker;

    CollectAnnouncements(
            StreamReader stream,
            TaskTypes types,
            DeclareNamedQueues queues,
            Catalogue catalogue,
            Clock clock,
            Consumer<TypeRejection> notifyWorker) {
        this.stream = stream;
        this.types = types;
        this.queues = queues;
        this.catalogue = catalogue;
        this.clock = clock;
        this.notifyWorker = notifyWorker;
    }

    @Override
    public StepResult once() {
        List<StreamEntry> entries = stream.pollBlocking(100, Duration.ofSeconds(1));
        if (entries.isEmpty()) {
            entries = stream.claimIdle(100, CLAIM_IDLE_AFTER);
        }
        List<StreamEntry> failed = new ArrayList<>();
        for (StreamEntry entry : entries) {
            if (tryCollect(entry).isPresent()) {
                failed.add(entry);
            }
        }
        for (StreamEntry entry : failed) {
            tryCollect(entry)
                    .ifPresent(why ->
                            reject(entry, "cannot be written: " + why.getClass().getSimpleName()));
        }
        if (!entries.isEmpty()) {
            catalogue.refresh();
        }
        return StepResult.MORE;
    }

    /**
     * Two nodes that save the same new type at the same moment collide, once.
     *
     * @return the failure of this entry alone; an outage is thrown, and the next round repeats all entries
     */
    private Optional<Throwable> tryCollect(StreamEntry entry) {
        try {
            collect(entry);
            return Optional.empty();
        } catch (RuntimeException | Error e) {
            types.checkDatabase();
            Outage.rethrow(e);
            LOG.log(Level.DEBUG, "Failed to save an announced task type", e);
            return Optional.of(e);
        }
    }

    private void collect(StreamEntry entry) {
        try {
            TaskTypeAnnouncement announcement = TaskTypeAnnouncement.fromFields(entry.getFields());
            CheckAnnouncement.throwIfInvalid(announcement);
            if (!types.save(announcement, TaskTypeAnnouncement.announcingWorker(entry.getFields()), clock.instant())) {
                throw new TaskTypeRejected("the catalogue is full (millrace.tasks.max-types)");
            }
            queues.declare("the task type " + announcement.name(), List.of(announcement.queue()));
            stream.acknowledge(List.of(entry));
        } catch (UnreadableMessage | TaskTypeRejected e) {
            reject(entry, e.getMessage());
        }
    }

    private void reject(StreamEntry entry, String reason) {
        String name = ReportLimits.truncate(entry.getFields().get("name"), MessageLimits.TYPE_NAME);
        LOG.log(Level.WARNING, "Rejected announcement of task type {0}: {1}", name, reason);
        stream.setAside(entry, reason);
        String worker = TaskTypeAnnouncement.announcingWorker(entry.getFields());
        if (worker != null) {
            notifyWorker.accept(new TypeRejection(worker, name, reason));
        }
    }
}
