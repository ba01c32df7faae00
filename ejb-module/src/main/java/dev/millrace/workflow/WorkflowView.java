package dev.millrace.workflow;

import java.time.Instant;
import java.util.List;
import java.util.function.BinaryOperator;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

import dev.millrace.platform.json.Json;
import dev.millrace.task.TaskEvent;
import dev.millrace.task.TaskState;

/** A workflow as its owner sees it, in JSON: one shape for REST and for events. */
final class WorkflowView {
    private WorkflowView() {}

    /** The workflow as a whole. */
    static JsonObject of(Workflow workflow, WorkflowProgress figures) {
        return members(workflow, figures).build();
    }

    /**
     * With its graph.
     *
     * @param notices gives what keeps a type in a queue, or null
     */
    static JsonObject of(Workflow workflow, List<MemberSnapshot> standings, BinaryOperator<String> notices) {
        JsonArrayBuilder tasks = Json.createArrayBuilder();
        standings.forEach(standing -> tasks.add(of(standing, standing.notice(notices))));
        return members(workflow, MemberSnapshot.figures(standings))
                .add("tasks", tasks)
                .build();
    }

    /** The event that tells of the workflow's present state. */
    static TaskEvent event(Workflow workflow, WorkflowProgress figures, Instant at) {
        String data = of(workflow, figures).toString();
        return new TaskEvent(workflow.owner(), workflow.state().eventKind(), workflow.id(), at, data);
    }

    private static JsonObjectBuilder members(Workflow workflow, WorkflowProgress figures) {
        JsonObjectBuilder counts = Json.createObjectBuilder();
        for (TaskState state : TaskState.values()) {
            counts.add(state.name(), figures.count(state));
        }
        return Json.createObjectBuilder()
                .add("id", workflow.id().toString())
                .add("name", workflow.name())
                .add("owner", workflow.owner().toString())
                .add("state", workflow.state().name())
                .add("progress", figures.progress())
                .add("counts", counts)
                .add("createdAt", workflow.createdAt().toString())
                .add("finishedAt", Json.orNull(workflow.finishedAt()))
                .add("revision", workflow.revision());
    }

    private static JsonObject of(MemberSnapshot standing, String notice) {
        JsonArrayBuilder needs = Json.createArrayBuilder();
        standing.member()
                .dependencies()
                .forEach(need -> needs.add(Json.createObjectBuilder()
                        .add("task", need.task())
                        .add("onFailure", need.onFailure().text())));
        return Json.createObjectBuilder()
                .add("id", standing.member().name())
                .add("taskId", standing.member().taskId().toString())
                .add("type", Json.orNull(standing.type()))
                .add("state", standing.state().name())
                .add("blocked", standing.isBlocked())
                .add("progress", standing.progress())
                .add("needs", needs)
                .add("notice", Json.orNull(notice))
                .build();
    }
}
