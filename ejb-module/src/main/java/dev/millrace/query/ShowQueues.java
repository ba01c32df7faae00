package dev.millrace.query;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;

import dev.millrace.catalogue.LiveWorkers;
import dev.millrace.platform.json.Json;
import dev.millrace.task.QueueModes;

/** The queues as JSON text, for submitters. */
@ApplicationScoped
public class ShowQueues {
    private QueueModes queues;
    private LiveWorkers workers;

    /** For the container. */
    protected ShowQueues() {}

    @Inject
    ShowQueues(QueueModes queues, LiveWorkers workers) {
        this.queues = queues;
        this.workers = workers;
    }

    /** @return {@code {"items": [{name, mode, workers}]}}, by name */
    public String all() {
        JsonArrayBuilder items = Json.createArrayBuilder();
        queues.all()
                .forEach((name, mode) -> items.add(Json.createObjectBuilder()
                        .add("name", name)
                        .add("mode", mode.name())
                        .add("workers", workers.countReading(name))));
        return Json.createObjectBuilder().add("items", items).build().toString();
    }
}
