package dev.millrace.catalogue;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import redis.clients.jedis.resps.StreamEntry;

import dev.millrace.contract.Bounds;
import dev.millrace.contract.ReportLimits;
import dev.millrace.contract.TaskTypeAnnouncement;
import dev.millrace.contract.UnreadableMessage;
import dev.millrace.loop.Progress;
import dev.millrace.loop.Step;
import dev.millrace.redis.GroupReader;

/** Writes what workers announce into the catalogue. */
final class CollectAnnouncements implements Step {
    private static final Logger LOG = System.getLogger(CollectAnnouncements.class.getName());
    private static final Duration TAKE_OVER = Duration.ofSeconds(10);

    private final GroupReader stream;
    private final TaskTypes types;
    private final Catalogue catalogue;
    private final Clock clock;

    CollectAnnouncements(GroupReader stream, TaskTypes types, Catalogue catalogue, Clock clock) {
        this.stream = stream;
        this.types = types;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @Override
    public Progress once() {
        List<StreamEntry> entries = stream.await(100, Duration.ofSeconds(1));
        if (entries.isEmpty()) {
            entries = stream.takeOver(100, TAKE_OVER);
        }
        for (StreamEntry entry : entries) {
            collect(entry);
        }
        if (!entries.isEmpty()) {
            catalogue.refresh();
        }
        return Progress.MORE;
    }

    private void collect(StreamEntry entry) {
        try {
            TaskTypeAnnouncement announcement = TaskTypeAnnouncement.fromFields(entry.getFields());
            CheckType.refuseBad(announcement);
            learn(announcement);
            stream.finish(List.of(entry));
        } catch (UnreadableMessage | TypeRefused e) {
            String name = ReportLimits.cut(entry.getFields().get("name"), Bounds.TYPE_NAME);
            LOG.log(Level.WARNING, "refused task type {0} that a worker announces: {1}", name, e.getMessage());
            stream.setAside(entry, e.getMessage());
        }
    }

    /** Two nodes that learn the same new type at the same moment are in each other's way, once. */
    private void learn(TaskTypeAnnouncement announcement) throws TypeRefused {
        try {
            types.learn(announcement, clock.instant());
        } catch (RuntimeException first) {
            types.checkDatabase();
            LOG.log(Level.DEBUG, "could not write task type " + announcement.name() + ", tries again", first);
            learnOrRefuse(announcement);
        }
    }

    private void learnOrRefuse(TaskTypeAnnouncement announcement) throws TypeRefused {
        try {
            types.learn(announcement, clock.instant());
        } catch (RuntimeException e) {
            types.checkDatabase();
            throw new TypeRefused("cannot be written: " + e, e);
        }
    }
}
