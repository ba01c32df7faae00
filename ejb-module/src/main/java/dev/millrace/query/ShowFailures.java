package dev.millrace.query;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;

import dev.millrace.platform.json.Json;
import dev.millrace.task.DeadLetters;
import dev.millrace.task.Task;

/** The tasks that failed for good in a period, in groups, as JSON text. */
@ApplicationScoped
public class ShowFailures {
    private DeadLetters deadLetters;
    private Clock clock;

    /** For the container. */
    protected ShowFailures() {}

    @Inject
    ShowFailures(DeadLetters deadLetters, Clock clock) {
        this.deadLetters = deadLetters;
        this.clock = clock;
    }

    /**
     * @param from at or after; null = unbounded
     * @param to before; null = until now
     * @return {@code {"items": [{type, errorClass, message, count, firstAt, lastAt, sampleTask}]}}, the largest first
     */
    public String between(Instant from, Instant to) {
        Instant begin = from == null ? Instant.EPOCH : from;
        Instant end = to == null ? clock.instant().plusMillis(1) : to;
        JsonArrayBuilder items = Json.createArrayBuilder();
        deadLetters.groups(begin, end).forEach(group -> items.add(view(group)));
        return Json.createObjectBuilder().add("items", items).build().toString();
    }

    private static JsonObjectBuilder view(DeadLetters.Group group) {
        Task newest = group.newest();
        return Json.createObjectBuilder()
                .add("type", group.type())
                .add("errorType", group.errorType())
                .add("errorClass", group.errorType()) // the name until 0.2
                .add("count", group.count())
                .add("firstAt", group.firstAt().toString())
                .add("lastAt", newest.finishedAt().toString())
                .add("sampleTask", newest.id().toString())
                .add("message", Json.orNull(newest.errorMessage()));
    }
}
