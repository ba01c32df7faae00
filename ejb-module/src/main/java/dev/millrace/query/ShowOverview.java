package dev.millrace.query;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;

import dev.millrace.catalogue.LiveWorkers;
import dev.millrace.contract.WorkerHeartbeat;
import dev.millrace.platform.json.Json;
import dev.millrace.task.StateCounts;
import dev.millrace.task.TaskState;

/** Statistics of all users' tasks and of all workers. */
@ApplicationScoped
public class ShowOverview {
    private StateCounts tasks;
    private LiveWorkers workers;

    /** For the container. */
    protected ShowOverview() {}

    @Inject
    ShowOverview(StateCounts tasks, LiveWorkers workers) {
        this.tasks = tasks;
        this.workers = workers;
    }

    /** @return {@code {"tasks": {state: count}, "workers": [{id, host, queues, slots, running}]}} */
    public String now() {
        Map<TaskState, Long> counts = tasks.latest();
        JsonObjectBuilder states = Json.createObjectBuilder();
        for (TaskState state : TaskState.values()) {
            states.add(state.name(), counts.getOrDefault(state, 0L));
        }
        JsonArrayBuilder online = Json.createArrayBuilder();
        for (WorkerHeartbeat heartbeat : workers.latest()) {
            online.add(Json.createObjectBuilder()
                    .add("id", heartbeat.worker())
                    .add("host", heartbeat.host())
                    .add("version", heartbeat.version())
                    .add("queues", Json.createArrayBuilder(heartbeat.queues()))
                    .add("slots", heartbeat.slots())
                    .add("running", heartbeat.heldClaims().size()));
        }
        return Json.createObjectBuilder()
                .add("tasks", states)
                .add("workers", online)
                .build()
                .toString();
    }
}
