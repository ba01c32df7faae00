package dev.millrace.operations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;

import dev.millrace.audit.ActionKind;
import dev.millrace.audit.Actor;
import dev.millrace.audit.AuditLog;
import dev.millrace.audit.AuditTarget;
import dev.millrace.audit.AuditedAction;
import dev.millrace.contract.RedisNames;
import dev.millrace.platform.json.Json;
import dev.millrace.platform.redis.RejectedMessages;
import dev.millrace.platform.redis.RejectedMessages.Message;
import dev.millrace.task.Queues;

/** Shows and deletes unreadable messages of all queues, for admins. */
@ApplicationScoped
public class RejectedMessageOperations {
    private Queues queues;
    private RejectedMessages rejected;
    private AuditLog audit;

    /** For the container. */
    protected RejectedMessageOperations() {}

    @Inject
    RejectedMessageOperations(Queues queues, RejectedMessages rejected, AuditLog audit) {
        this.queues = queues;
        this.rejected = rejected;
        this.audit = audit;
    }

    /**
     * @param limit most messages of all streams together
     * @return {@code {"items": [{stream, id, at, reason, fields}], "counts": {stream: number}}}, the newest first
     * @throws dev.millrace.platform.redis.RedisUnavailable if Redis is unavailable
     */
    public String newest(int limit) {
        List<RejectedEntry> found = new ArrayList<>();
        streams().forEach((name, stream) -> rejected.newest(stream, limit)
                .forEach(message -> found.add(new RejectedEntry(name, message))));
        JsonArrayBuilder items = Json.createArrayBuilder();
        found.stream()
                .sorted(Comparator.comparing(
                                (RejectedEntry one) -> one.message().at())
                        .reversed())
                .limit(limit)
                .forEach(one -> items.add(view(one)));
        JsonObjectBuilder counts = Json.createObjectBuilder();
        counts().forEach(counts::add);
        return Json.createObjectBuilder()
                .add("items", items)
                .add("counts", counts)
                .build()
                .toString();
    }

    /**
     * @return the number of messages of each stream that has any
     * @throws dev.millrace.platform.redis.RedisUnavailable if Redis is unavailable
     */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        streams().forEach((name, stream) -> {
            long count = rejected.count(stream);
            if (count > 0) {
                counts.put(name, count);
            }
        });
        return counts;
    }

    /**
     * @param name of the stream, as {@link #newest} gives it
     * @throws RejectedMessageNotFound if there is no such message
     * @throws dev.millrace.platform.redis.RedisUnavailable if Redis is unavailable
     */
    public void delete(String name, String id, Actor by) {
        String stream = streams().get(name);
        if (stream == null) {
            throw new RejectedMessageNotFound();
        }
        AuditedAction action = new AuditedAction(
                ActionKind.MESSAGE_DELETE, new AuditTarget(AuditTarget.Kind.MESSAGE, name + " " + id), null);
        boolean deleted = audit.recordAround(by, () -> rejected.delete(stream, id), done -> Optional.of(action)
                .filter(it -> done));
        if (!deleted) {
            throw new RejectedMessageNotFound();
        }
    }

    /** The streams by the names under which admins know them. */
    private Map<String, String> streams() {
        Map<String, String> streams = new LinkedHashMap<>();
        for (String queue : queues.names()) {
            streams.put("tasks:" + queue, RedisNames.tasks(queue));
            streams.put("results:" + queue, RedisNames.results(queue));
        }
        streams.put("announcements", RedisNames.ANNOUNCEMENTS);
        return streams;
    }

    private record RejectedEntry(String stream, Message message) {}

    private static JsonObjectBuilder view(RejectedEntry found) {
        Message message = found.message();
        JsonObjectBuilder fields = Json.createObjectBuilder();
        message.fields().forEach(fields::add);
        return Json.createObjectBuilder()
                .add("stream", found.stream())
                .add("id", message.id())
                .add("at", Instant.ofEpochMilli(message.at()).toString())
                .add("reason", message.reason())
                .add("fields", fields);
    }
}
