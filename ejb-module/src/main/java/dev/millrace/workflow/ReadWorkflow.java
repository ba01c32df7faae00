package dev.millrace.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import dev.millrace.problem.Fault;
import dev.millrace.submission.ReadRequests;
import dev.millrace.submission.TaskRequest;
import dev.millrace.workflow.WorkflowRequest.Edge;
import dev.millrace.workflow.WorkflowRequest.Wish;

/** Reads a wish for a workflow from a request's body and finds everything that is wrong with it, each at its pointer. */
final class ReadWorkflow {
    private static final Set<String> MEMBERS = Set.of("name", "tasks");
    private static final Set<String> NEED_MEMBERS = Set.of("task", "onFailure");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,99}");
    private static final int MAX_TITLE = 200;

    private final List<Fault> faults = new ArrayList<>();

    private ReadWorkflow() {}

    /** @throws dev.millrace.submission.MalformedJson if the body is not JSON */
    static WorkflowRequest of(String body, int maxTasks) {
        return new ReadWorkflow().workflow(ReadRequests.parse(body), maxTasks);
    }

    private WorkflowRequest workflow(JsonValue body, int maxTasks) {
        if (!(body instanceof JsonObject object)) {
            return new WorkflowRequest(null, List.of(), List.of(new Fault("", "must be an object")));
        }
        refuseOthers(object, MEMBERS, "");
        String title = object.get("name") instanceof JsonString text ? text.getString() : "";
        if (title.isBlank() || title.length() > MAX_TITLE) {
            faults.add(new Fault("/name", "must be a text of 1 to " + MAX_TITLE + " characters"));
        }
        List<Wish> wishes = new ArrayList<>();
        if (object.get("tasks") instanceof JsonArray tasks && !tasks.isEmpty() && tasks.size() <= maxTasks) {
            for (int i = 0; i < tasks.size(); i++) {
                wishes.add(wish(tasks.get(i), "/tasks/" + i));
            }
            refuseSameNames(wishes);
            faults.addAll(CheckGraph.faultsIn(wishes));
        } else {
            faults.add(new Fault("/tasks", "must be an array of 1 to " + maxTasks + " tasks"));
        }
        return new WorkflowRequest(title, wishes, faults);
    }

    private Wish wish(JsonValue value, String pointer) {
        if (!(value instanceof JsonObject object)) {
            faults.add(new Fault(pointer, "must be an object"));
            return new Wish(null, null, List.of(), false);
        }
        String name = object.get("id") instanceof JsonString text ? text.getString() : "";
        if (!NAME.matcher(name).matches()) {
            faults.add(new Fault(pointer + "/id", "must be 1 to 100 of A-Z a-z 0-9 _ . -"));
            name = null;
        }
        List<Edge> needs = needs(object.getOrDefault("needs", JsonValue.EMPTY_JSON_ARRAY), pointer + "/needs");
        JsonObject rest =
                Json.createObjectBuilder(object).remove("id").remove("needs").build();
        TaskRequest task = ReadRequests.one(rest, pointer, faults);
        return new Wish(name, task, needs, References.areIn(task.parameters()));
    }

    private List<Edge> needs(JsonValue value, String pointer) {
        List<Edge> needs = new ArrayList<>();
        if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                Need need = need(array.get(i), pointer + "/" + i);
                if (need != null) {
                    needs.add(new Edge(pointer + "/" + i, need));
                }
            }
        } else {
            faults.add(new Fault(pointer, "must be an array"));
        }
        return needs;
    }

    private Need need(JsonValue value, String pointer) {
        if (value instanceof JsonString text) {
            return new Need(text.getString(), OnFailure.CANCEL);
        }
        if (!(value instanceof JsonObject object)) {
            faults.add(new Fault(pointer, "must be a task's id, or an object with task and onFailure"));
            return null;
        }
        refuseOthers(object, NEED_MEMBERS, pointer);
        OnFailure onFailure = onFailure(object.getOrDefault("onFailure", JsonValue.NULL), pointer);
        if (object.get("task") instanceof JsonString task) {
            return new Need(task.getString(), onFailure);
        }
        faults.add(new Fault(pointer + "/task", "must be a task's id"));
        return null;
    }

    private OnFailure onFailure(JsonValue value, String pointer) {
        if (value == JsonValue.NULL) {
            return OnFailure.CANCEL;
        }
        try {
            return OnFailure.parse(((JsonString) value).getString());
        } catch (ClassCastException | IllegalArgumentException e) {
            faults.add(new Fault(pointer + "/onFailure", "must be cancel or run"));
            return OnFailure.CANCEL;
        }
    }

    private void refuseSameNames(List<Wish> wishes) {
        Map<String, Integer> taken = new HashMap<>();
        for (int i = 0; i < wishes.size(); i++) {
            String name = wishes.get(i).name();
            Integer first = name == null ? null : taken.putIfAbsent(name, i);
            if (first != null) {
                faults.add(new Fault("/tasks/" + i + "/id", "is the id of /tasks/" + first + " already"));
            }
        }
    }

    private void refuseOthers(JsonObject object, Set<String> known, String pointer) {
        for (String name : object.keySet()) {
            if (!known.contains(name)) {
                faults.add(new Fault(pointer + "/" + Json.encodePointer(name), "is not known here"));
            }
        }
    }
}
