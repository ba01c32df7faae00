package dev.millrace.request;

import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;

import dev.millrace.contract.RedisNames;
import dev.millrace.platform.json.Json;
import dev.millrace.platform.json.NumbersInJson;
import dev.millrace.platform.json.WellFormedText;
import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.InvalidRequest;

/** Reads wishes for tasks from a request's body and says everything that is wrong with them, each at its pointer. */
public final class ParseTaskRequests {
    /** What a wish for a task may have. */
    public static final Set<String> MEMBERS =
            Set.of("type", "parameters", "priority", "runAt", "queue", "timeoutSeconds", "maxAttempts");

    private static final int MAX_TIMEOUT_SECONDS = 30 * 24 * 3600;
    private static final int MAX_ATTEMPTS = 1_000;

    private final List<Fault> faults = new ArrayList<>();

    private ParseTaskRequests() {}

    /** @throws InvalidRequest unless the body is one wish */
    public static TaskRequest one(String body) {
        ParseTaskRequests reader = new ParseTaskRequests();
        TaskRequest request = reader.request(parse(body), "");
        reader.refuseFaults();
        return request;
    }

    /** @throws InvalidRequest unless the body is {@code {"tasks": […]}} with 1 to {@code max} wishes */
    public static List<TaskRequest> many(String body, int max) {
        ParseTaskRequests reader = new ParseTaskRequests();
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

    /**
     * @throws MalformedJson unless the body is JSON
     * @throws InvalidRequest if it has text or numbers that cannot be kept
     */
    public static JsonValue parse(String body) {
        String fault = NumbersInJson.faultIn(body);
        if (fault != null && NumbersInJson.isAnyLong(body)) { // reading it would take long
            throw new InvalidRequest(List.of(new Fault("", fault)));
        }
        JsonValue value = json(body);
        List<Fault> faults = fault == null ? WellFormedText.faultsIn(value) : NumbersInJson.faultsIn(value);
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
        return value;
    }

    private static JsonValue json(String body) {
        try (JsonParser parser = Json.createParser(new StringReader(body))) {
            parser.next();
            JsonValue value = parser.getValue();
            if (parser.hasNext()) {
                throw new MalformedJson("There is more after the end of the JSON.");
            }
            return value;
        } catch (MalformedJson e) {
            throw e;
        } catch (RuntimeException e) {
            // Not only a JsonException: Parsson says so in many ways, of nesting beyond its bound for example.
            throw new MalformedJson(e.getMessage());
        }
    }

    /**
     * Reads one wish within something larger.
     *
     * @param faults to which what is wrong is added
     * @return with null for what is wrong; null if it is no wish at all
     */
    public static TaskRequest one(JsonValue value, String pointer, List<Fault> faults) {
        ParseTaskRequests reader = new ParseTaskRequests();
        TaskRequest request = reader.request(value, pointer);
        faults.addAll(reader.faults);
        return request;
    }

    private TaskRequest request(JsonValue value, String pointer) {
        if (!(value instanceof JsonObject object)) {
            faults.add(new Fault(pointer, "must be an object"));
            return null;
        }
        RequestObject members = new RequestObject(object, pointer, MEMBERS, faults);
        String type = members.required("type", "must be the name of a task type", RequestObject::text);
        Integer priority = members.priority("priority");
        return new TaskRequest(
                pointer,
                type,
                object.getOrDefault("parameters", JsonValue.EMPTY_JSON_OBJECT),
                priority == null ? TaskRequest.DEFAULT_PRIORITY : priority,
                members.time("runAt"),
                members.optional(
                        "queue",
                        "must be 1 to 63 of a-z 0-9 _ . -",
                        json -> RedisNames.requireQueue(RequestObject.text(json))),
                members.optional(
                        "timeoutSeconds",
                        "must be a whole number of seconds from 1 to " + MAX_TIMEOUT_SECONDS,
                        json -> Duration.ofSeconds(RequestObject.number(json, 1, MAX_TIMEOUT_SECONDS))),
                members.number("maxAttempts", 1, MAX_ATTEMPTS));
    }

    private void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
    }
}
