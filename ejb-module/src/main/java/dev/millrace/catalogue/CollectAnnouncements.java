package dev.millrace.catalogue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import redis.clients.jedis.resps.StreamEntry;

import dev.millrace.contract.TaskTypeAnnouncement;
import dev.millrace.contract.UnreadableMessage;
import dev.millrace.loop.Progress;
import dev.millrace.loop.Step;
import dev.millrace.redis.GroupReader;

/** Writes what workers announce into the catalogue. */
final class CollectAnnouncements implements Step {
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
            try {
                TaskTypeAnnouncement announcement = TaskTypeAnnouncement.fromFields(entry.getFields());
                refuseBadSchema(announcement);
                types.learn(announcement, clock.instant());
                stream.finish(List.of(entry));
            } catch (UnreadableMessage e) {
                stream.setAside(entry, e.getMessage());
            }
        }
        if (!entries.isEmpty()) {
            catalogue.refresh();
        }
        return Progress.MORE;
    }

    private static void refuseBadSchema(TaskTypeAnnouncement announcement) throws UnreadableMessage {
        try {
            new ParameterSchema(announcement.parametersSchema());
        } catch (RuntimeException e) {
            throw new UnreadableMessage("parametersSchema is no JSON Schema: " + e.getMessage(), e);
        }
    }
}
