package dev.millrace.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import dev.millrace.platform.json.Json;
import dev.millrace.platform.problem.Fault;
import dev.millrace.request.ParseJson;
import dev.millrace.request.ParseTaskRequests;
import dev.millrace.request.RequestObject;
import dev.millrace.request.TaskRequest;
import dev.millrace.workflow.WorkflowRequest.Edge;
import dev.millrace.workflow.WorkflowRequest.RequestedTask;

/** Parses a request for a workflow and finds all its faults, each at its pointer. */
final class ParseWorkflow {
    private static final Set<String> MEMBERS = Set.of("name", "tasks");
    private static final Set<String> DEPENDENCY_MEMBERS = Set.of("task", "onFailure");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,99}");
    private static final int MAX_TITLE = 200;

    private final List<Fault> faults = new ArrayList<>();

    private ParseWorkflow() {}

    /** @throws dev.millrace.request.MalformedJson if the body is not JSON */
    static WorkflowRequest of(String body, int maxTasks) {
        return new ParseWorkflow().workflow(ParseJson.value(body), maxTasks);
    }

    private WorkflowRequest workflow(JsonValue body, int maxTasks) {
        if (!(body instanceof JsonObject object)) {
            return new WorkflowRequest(null, List.of(), List.of(new Fault("", "must be an object")));
        }
        RequestObject members = new RequestObject(object, "", MEMBERS, faults);
        String title = members.required("name", "must be a string of 1 to " + MAX_TITLE + " characters", json -> {
            String text = RequestObject.string(json);
            if (text.isBlank() || text.length() > MAX_TITLE) {
                throw new IllegalArgumentException();
            }
            return text;
        });
        JsonArray tasks = members.required("tasks", "must be an array of 1 to " + maxTasks + " tasks", json -> {
            if (json.asJsonArray().isEmpty() || json.asJsonArray().size() > maxTasks) {
                throw new IllegalArgumentException();
            }
            return json.asJsonArray();
        });
        List<RequestedTask> requested = new ArrayList<>();
        for (int i = 0; tasks != null && i < tasks.size(); i++) {
            requested.add(task(tasks.get(i), "/tasks/" + i));
        }
        rejectDuplicateNames(requested);
        faults.addAll(CheckGraph.faultsIn(requested));
        return new WorkflowRequest(title, requested, faults);
    }

    private RequestedTask task(JsonValue value, String pointer) {
        if (!(value instanceof JsonObject object)) {
            faults.add(new Fault(pointer, "must be an object"));
            return new RequestedTask(null, null, List.of(), false);
        }
        RequestObject members = new RequestObject(object, pointer, object.keySet(), faults);
        String name = members.required("id", "must be 1 to 100 of A-Z a-z 0-9 _ . -", json -> {
            if (!NAME.matcher(RequestObject.string(json)).matches()) {
                throw new IllegalArgumentException();
            }
            return RequestObject.string(json);
        });
        JsonArray dependencies = members.optional("needs", "must be an array", JsonValue::asJsonArray);
        JsonObject rest =
                Json.createObjectBuilder(object).remove("id").remove("needs").build();
        TaskRequest task = ParseTaskRequests.parseWithin(rest, pointer, faults);
        return new RequestedTask(
                name,
                task,
                parseDependencies(dependencies, pointer + "/needs"),
                ResultReferences.containsAny(task.parameters()));
    }

    private List<Edge> parseDependencies(JsonArray array, String pointer) {
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; array != null && i < array.size(); i++) {
            Dependency dependency = parseDependency(array.get(i), pointer + "/" + i);
            if (dependency != null) {
                edges.add(new Edge(pointer + "/" + i, dependency));
            }
        }
        return edges;
    }

    /** @return null if it is faulty */
    private Dependency parseDependency(JsonValue value, String pointer) {
        if (value instanceof JsonString text) {
            return new Dependency(text.getString(), OnFailure.CANCEL);
        }
        if (!(value instanceof JsonObject object)) {
            faults.add(new Fault(pointer, "must be a task's id, or an object with task and onFailure"));
            return null;
        }
        RequestObject members = new RequestObject(object, pointer, DEPENDENCY_MEMBERS, faults);
        String task = members.required("task", "must be a task's id", RequestObject::string);
        OnFailure onFailure = members.optional(
                "onFailure", "must be cancel or run", json -> OnFailure.parse(RequestObject.string(json)));
        return task == null ? null : new Dependency(task, onFailure == null ? OnFailure.CANCEL : onFailure);
    }

    private void rejectDuplicateNames(List<RequestedTask> requested) {
        Map<String, Integer> taken = new HashMap<>();
        for (int i = 0; i < requested.size(); i++) {
            String name = requested.get(i).name();
            Integer first = name == null ? null : taken.putIfAbsent(name, i);
            if (first != null) {
                faults.add(new Fault("/tasks/" + i + "/id", "is the id of /tasks/" + first + " already"));
            }
        }
    }
}
