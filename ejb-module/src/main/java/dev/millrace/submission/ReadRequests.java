package dev.millrace.submission;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import dev.millrace.contract.RedisNames;
import dev.millrace.problem.Fault;
import dev.millrace.task.DispatchKey;
import dev.millrace.task.InvalidRequest;

/** Reads wishes for tasks from a request's body and says everything that is wrong with them, each at its pointer. */
public final class ReadRequests {
    private static final Set<String> MEMBERS =
            Set.of("type", "parameters", "priority", "runAt", "queue", "timeoutSeconds", "maxAttempts");
    private static final int MAX_TIMEOUT_SECONDS = 30 * 24 * 3600;
    private static final int MAX_ATTEMPTS = 1_000;

    private final List<Fault> faults = new ArrayList<>();

    private ReadRequests() {}

    /** @throws InvalidRequest unless the body is one wish */
    public static TaskRequest one(String body) {
        ReadRequests reader = new ReadRequests();
        TaskRequest request = reader.request(parse(body), "");
        reader.refuseFaults();
        return request;
    }

    /** @throws InvalidRequest unless the body is {@code {"tasks": […]}} with 1 to {@code max} wishes */
    static List<TaskRequest> many(String body, int max) {
        ReadRequests reader = new ReadRequests();
        List<TaskRequest> requests = new ArrayList<>();
        JsonValue tasks = parse(body) instanceof JsonObject object ? object.get("tasks") : null;
        if (tasks instanceof JsonArray array && !array.isEmpty() && array.size() <= max) {
            for (int i = 0; i < array.size(); i++) {
                requests.add(reader.request(array.get(i), "/tasks/" + i));
            }
        } else {
            reader.faults.add(new Fault("/tasks", "must be an array of 1 to " + max + " tasks"));
        }
        reader.refuseFaults();
        return requests;
    }

    /** @throws MalformedJson unless the body is JSON */
    public static JsonValue parse(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readValue();
        } catch (JsonException e) {
            throw new MalformedJson(e.getMessage());
        }
    }

    private TaskRequest request(JsonValue value, String pointer) {
        if (!(value instanceof JsonObject object)) {
            faults.add(new Fault(pointer, "must be an object"));
            return null;
        }
        for (String name : object.keySet()) {
            if (!MEMBERS.contains(name)) {
                faults.add(new Fault(pointer + "/" + Json.encodePointer(name), "is not known here"));
            }
        }
        String type = optional(object, pointer, "type", "must be the name of a task type", ReadRequests::text);
        if (type == null && !object.containsKey("type")) {
            faults.add(new Fault(pointer + "/type", "is missing"));
        }
        Integer priority =
                optional(object, pointer, "priority", "must be a whole number from 0 to 9", ReadRequests::priority);
        return new TaskRequest(
                pointer,
                type,
                object.getOrDefault("parameters", JsonValue.EMPTY_JSON_OBJECT),
                priority == null ? TaskRequest.DEFAULT_PRIORITY : priority,
                optional(object, pointer, "runAt", "must be an RFC 3339 time", ReadRequests::time),
                optional(
                        object,
                        pointer,
                        "queue",
                        "must be 1 to 63 of a-z 0-9 _ . -",
                        json -> RedisNames.requireQueue(text(json))),
                optional(
                        object,
                        pointer,
                        "timeoutSeconds",
                        "must be a whole number of seconds from 1 to " + MAX_TIMEOUT_SECONDS,
                        json -> Duration.ofSeconds(number(json, 1, MAX_TIMEOUT_SECONDS))),
                optional(
                        object,
                        pointer,
                        "maxAttempts",
                        "must be a whole number from 1 to " + MAX_ATTEMPTS,
                        json -> number(json, 1, MAX_ATTEMPTS)));
    }

    private <T> T optional(
            JsonObject object, String pointer, String name, String expected, Function<JsonValue, T> reader) {
        JsonValue value = object.getOrDefault(name, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return null;
        }
        try {
            return reader.apply(value);
        } catch (ClassCastException | ArithmeticException | IllegalArgumentException | DateTimeParseException e) {
            faults.add(new Fault(pointer + "/" + name, expected));
            return null;
        }
    }

    private static String text(JsonValue value) {
        return ((JsonString) value).getString();
    }

    private static int priority(JsonValue value) {
        return number(value, 0, DispatchKey.HIGHEST_PRIORITY);
    }

    private static int number(JsonValue value, int min, int max) {
        int number = ((JsonNumber) value).intValueExact();
        if (number < min || number > max) {
            throw new IllegalArgumentException();
        }
        return number;
    }

    private static Instant time(JsonValue value) {
        return OffsetDateTime.parse(text(value)).toInstant();
    }

    private void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
    }
}
