package dev.millrace.request;

import java.io.StringReader;
import java.util.List;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;

import dev.millrace.platform.json.Json;
import dev.millrace.platform.json.NumbersInJson;
import dev.millrace.platform.json.WellFormedText;
import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.InvalidRequest;

/** Parses a request's body as JSON. Text and numbers that the database could not hold are faults. */
public final class ParseJson {
    private ParseJson() {}

    /**
     * @throws MalformedJson unless the body is JSON
     * @throws InvalidRequest if it has text or numbers that cannot be stored, or is no object
     */
    public static JsonObject object(String body) {
        if (value(body) instanceof JsonObject object) {
            return object;
        }
        throw new InvalidRequest(List.of(new Fault("", "must be an object")));
    }

    /**
     * @throws MalformedJson unless the body is JSON
     * @throws InvalidRequest if it has text or numbers that cannot be stored
     */
    public static JsonValue value(String body) {
        String fault = NumbersInJson.findFault(body);
        if (fault != null && NumbersInJson.hasOverlongNumber(body)) { // reading it would take long
            throw new InvalidRequest(List.of(new Fault("", fault)));
        }
        JsonValue value = json(body);
        List<Fault> faults = fault == null ? WellFormedText.faultsIn(value) : NumbersInJson.findFaults(value);
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
            // Not only a JsonException: Parsson throws many types, for nesting beyond its bound for example.
            throw new MalformedJson(e.getMessage());
        }
    }
}
