package dev.millrace.web.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.InvalidRequest;
import dev.millrace.request.MalformedJson;
import dev.millrace.request.ParseTaskRequests;

/** A small JSON object whose members are texts. */
final class JsonBody {
    private final JsonObject object;

    /**
     * @throws MalformedJson if {@code text} is not JSON
     * @throws InvalidRequest if it is not an object of texts, or has other members than those named
     */
    JsonBody(String text, Set<String> members) {
        object = parse(text);
        List<Fault> faults = new ArrayList<>();
        object.forEach((name, value) -> {
            String pointer = "/" + Json.encodePointer(name);
            if (!members.contains(name)) {
                faults.add(new Fault(pointer, "is not known here"));
            } else if (!(value instanceof JsonString) && value != JsonValue.NULL) {
                faults.add(new Fault(pointer, "must be a text"));
            }
        });
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
    }

    /** @return whether it is there, also if it is null */
    boolean has(String name) {
        return object.containsKey(name);
    }

    /** @return null if it is not there, null or blank */
    String text(String name) {
        String value = object.getString(name, null);
        return value == null || value.isBlank() ? null : value;
    }

    private static JsonObject parse(String text) {
        if (ParseTaskRequests.parse(text) instanceof JsonObject object) {
            return object;
        }
        throw new InvalidRequest(List.of(new Fault("", "must be an object")));
    }
}
