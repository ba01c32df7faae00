package dev.millrace.request;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

import dev.millrace.contract.RedisNames;
import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.InvalidRequest;

/** Parses requests for tasks. Collects all faults, each at its pointer. */
public final class ParseTaskRequests {
    /** Properties that a request for a task may have. */
    public static final Set<String> PROPERTIES =
            Set.of("type", "parameters", "priority", "runAt", "queue", "timeoutSeconds", "maxAttempts");

    private static final int MAX_TIMEOUT_SECONDS = 30 * 24 * 3600;
    private static final int MAX_ATTEMPTS = 1_000;

    private final List<Fault> faults = new ArrayList<>();

    private ParseTaskRequests() {}

    /** @throws InvalidRequest unless the body is one request */
    public static TaskRequest parseOne(String body) {
        ParseTaskRequests parser = new ParseTaskRequests();
        TaskRequest request = parser.request(ParseJson.value(body), "");
        parser.throwIfInvalid();
        return request;
    }

    /** @throws InvalidRequest unless the body is {@code {"tasks": […]}} with 1 to {@code max} requests */
    public static List<TaskRequest> parseBatch(String body, int max) {
        ParseTaskRequests parser = new ParseTaskRequests();
        List<TaskRequest> requests = new ArrayList<>();
        JsonValue tasks = ParseJson.value(body) instanceof JsonObject object ? object.get("tasks") : null;
        if (tasks instanceof JsonArray array && !array.isEmpty() && array.size() <= max) {
            for (int i = 0; i < array.size(); i++) {
                requests.add(parser.request(array.get(i), "/tasks/" + i));
            }
        } else {
            parser.faults.add(new Fault("/tasks", "must be an array of 1 to " + max + " tasks"));
        }
        parser.throwIfInvalid();
        return requests;
    }

    /**
     * Parses one request within a larger one.
     *
     * @param pointer to {@code value} in the body
     * @param faults to which its faults are added
     * @return with null for each faulty property; null if {@code value} is not an object
     */
    public static TaskRequest parseWithin(JsonValue value, String pointer, List<Fault> faults) {
        ParseTaskRequests parser = new ParseTaskRequests();
        TaskRequest request = parser.request(value, pointer);
        faults.addAll(parser.faults);
        return request;
    }

    private TaskRequest request(JsonValue value, String pointer) {
        if (!(value instanceof JsonObject json)) {
            faults.add(new Fault(pointer, "must be an object"));
            return null;
        }
        RequestObject object = new RequestObject(json, pointer, PROPERTIES, faults);
        String type = object.required("type", "must be the name of a task type", RequestObject::string);
        Integer priority = object.priority("priority");
        return new TaskRequest(
                pointer,
                type,
                json.getOrDefault("parameters", JsonValue.EMPTY_JSON_OBJECT),
                priority == null ? TaskRequest.DEFAULT_PRIORITY : priority,
                object.time("runAt"),
                object.optional(
                        "queue",
                        "must be 1 to 63 of a-z 0-9 _ . -",
                        queue -> RedisNames.requireQueueName(RequestObject.string(queue))),
                object.optional(
                        "timeoutSeconds",
                        "must be a whole number of seconds from 1 to " + MAX_TIMEOUT_SECONDS,
                        seconds -> Duration.ofSeconds(RequestObject.number(seconds, 1, MAX_TIMEOUT_SECONDS))),
                object.number("maxAttempts", 1, MAX_ATTEMPTS));
    }

    private void throwIfInvalid() {
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
    }
}
