package dev.millrace.operations;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;

import dev.millrace.catalogue.Catalogue;
import dev.millrace.catalogue.CompiledTaskType;
import dev.millrace.catalogue.LiveWorkers;
import dev.millrace.dispatch.InspectQueues;
import dev.millrace.platform.json.Json;
import dev.millrace.task.CountQueues;
import dev.millrace.task.Queue;
import dev.millrace.task.QueueCounts;

/** Queues as JSON text, as admins see them. */
@ApplicationScoped
public class QueueView {
    private CountQueues count;
    private InspectQueues redis;
    private LiveWorkers workers;
    private Catalogue catalogue;

    /** For the container. */
    protected QueueView() {}

    @Inject
    QueueView(CountQueues count, InspectQueues redis, LiveWorkers workers, Catalogue catalogue) {
        this.count = count;
        this.redis = redis;
        this.workers = workers;
        this.catalogue = catalogue;
    }

    /** @return {@code {"items": […]}}, in the order given */
    String of(List<Queue> queues) {
        Map<String, InspectQueues.QueueInspection> seen =
                redis.inspect(queues.stream().map(Queue::name).toList());
        JsonArrayBuilder items = Json.createArrayBuilder();
        queues.forEach(queue -> items.add(view(queue, seen.get(queue.name()))));
        return Json.createObjectBuilder().add("items", items).build().toString();
    }

    String of(Queue queue) {
        return view(queue, redis.inspect(List.of(queue.name())).get(queue.name()))
                .build()
                .toString();
    }

    private JsonArrayBuilder types(String queue) {
        JsonArrayBuilder names = Json.createArrayBuilder();
        catalogue.all().stream()
                .map(CompiledTaskType::announcement)
                .filter(type -> type.queue().equals(queue))
                .forEach(type -> names.add(type.name()));
        return names;
    }

    private JsonObjectBuilder view(Queue queue, InspectQueues.QueueInspection seen) {
        QueueCounts counts = count.of(queue.name());
        return Json.createObjectBuilder()
                .add("name", queue.name())
                .add("mode", queue.mode().name())
                .add("waiting", counts.waiting())
                .add("delayed", counts.delayed())
                .add("parked", counts.parked())
                .add("kept", counts.parked()) // the name until 0.2
                .add("inFlight", counts.inFlight())
                .add("workers", workers.countReading(queue.name()))
                .add("slots", workers.slotsOf(queue.name()))
                .add("blocked", Json.orNull(counts.blocked()))
                .add("maxRunning", Json.orNull(queue.maxRunning()))
                .add("undelivered", Json.orNull(seen == null ? null : seen.undelivered()))
                .add("leader", Json.orNull(seen == null ? null : seen.leader()))
                .add("oldestWaitingAt", Json.orNull(counts.oldestWaitingAt()))
                .add("declaredByAdmin", queue.isDeclaredByAdmin())
                .add("madeByAdmin", queue.isDeclaredByAdmin()) // the name until 0.2
                .add("types", types(queue.name()));
    }
}
