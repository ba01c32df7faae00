package dev.millrace.request;

import java.util.List;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

import dev.millrace.platform.json.CheckJson;
import dev.millrace.platform.json.CheckedJson;
import dev.millrace.platform.json.NotJson;
import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.InvalidRequest;

/**
 * Parses a request's body as JSON. A property given twice, and text and numbers that the database could not hold, are
 * faults.
 */
public final class ParseJson {
    private ParseJson() {}

    /**
     * @throws MalformedJson unless the body is JSON
     * @throws InvalidRequest if it has a fault that {@link CheckJson} finds, or is no object
     */
    public static JsonObject object(String body) {
        if (value(body) instanceof JsonObject object) {
            return object;
        }
        throw new InvalidRequest(List.of(new Fault("", "must be an object")));
    }

    /**
     * @throws MalformedJson unless the body is JSON
     * @throws InvalidRequest if it has a fault that {@link CheckJson} finds
     */
    public static JsonValue value(String body) {
        CheckedJson checked;
        try {
            checked = CheckJson.parse(body);
        } catch (NotJson e) {
            throw new MalformedJson(e);
        }
        if (!checked.faults().isEmpty()) {
            throw new InvalidRequest(checked.faults());
        }
        return checked.value();
    }
}
