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
    static JsonObject of(Workflow workflow, WorkflowProgress progress) {
        return members(workflow, progress).build();
    }

    /**
     * With its graph.
     *
     * @param notices gives the obstacle for a type in a queue, or null
     */
    static JsonObject of(Workflow workflow, List<MemberSnapshot> members, BinaryOperator<String> notices) {
        JsonArrayBuilder tasks = Json.createArrayBuilder();
        members.forEach(member -> tasks.add(of(member, member.notice(notices))));
        return members(workflow, MemberSnapshot.progress(members))
                .add("tasks", tasks)
                .build();
    }

    /** The event of the workflow's present state. */
    static TaskEvent event(Workflow workflow, WorkflowProgress progress, Instant at) {
        String data = of(workflow, progress).toString();
        return new TaskEvent(workflow.owner(), workflow.state().eventKind(), workflow.id(), at, data);
    }

    private static JsonObjectBuilder members(Workflow workflow, WorkflowProgress progress) {
        JsonObjectBuilder counts = Json.createObjectBuilder();
        for (TaskState state : TaskState.values()) {
            counts.add(state.name(), progress.count(state));
        }
        return Json.createObjectBuilder()
                .add("id", workflow.id().toString())
                .add("name", workflow.name())
                .add("owner", workflow.owner().toString())
                .add("state", workflow.state().name())
                .add("progress", progress.progress())
                .add("counts", counts)
                .add("createdAt", workflow.createdAt().toString())
                .add("finishedAt", Json.orNull(workflow.finishedAt()))
                .add("revision", workflow.revision());
    }

    private static JsonObject of(MemberSnapshot member, String notice) {
        JsonArrayBuilder dependencies = Json.createArrayBuilder();
        member.member()
                .dependencies()
                .forEach(dependency -> dependencies.add(Json.createObjectBuilder()
                        .add("task", dependency.task())
                        .add("onFailure", dependency.onFailure().text())));
        return Json.createObjectBuilder()
                .add("id", member.member().name())
                .add("taskId", member.member().taskId().toString())
                .add("type", Json.orNull(member.type()))
                .add("state", member.state().name())
                .add("blocked", member.isBlocked())
                .add("progress", member.progress())
                .add("needs", dependencies)
                .add("notice", Json.orNull(notice))
                .build();
    }
}
