package dev.millrace.workflow;

import java.util.Set;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;

import dev.millrace.platform.json.Json;

/**
 * A placeholder in parameters for (part of) the result of an earlier task: {@code {"$result": "x", "pointer": "/a"}}.
 *
 * @param task the earlier one's name in the workflow
 * @param pointer JSON Pointer (RFC 6901) into its result, empty for the whole
 * @param fault of the reference itself, else null
 */
record ResultReference(String task, String pointer, String fault) {
    private static final String RESULT = "$result";
    private static final String POINTER = "pointer";

    static boolean isReference(JsonValue value) {
        return value instanceof JsonObject object && object.containsKey(RESULT);
    }

    static ResultReference parse(JsonObject object) {
        if (!(object.get(RESULT) instanceof JsonString task)) {
            return faulty("must name a task's id with " + RESULT);
        }
        if (!Set.of(RESULT, POINTER).containsAll(object.keySet())) {
            return faulty("must have nothing but " + RESULT + " and " + POINTER);
        }
        if (!object.containsKey(POINTER)) {
            return new ResultReference(task.getString(), "", null);
        }
        if (object.get(POINTER) instanceof JsonString pointer && isPointer(pointer.getString())) {
            return new ResultReference(task.getString(), pointer.getString(), null);
        }
        return faulty("must have a JSON Pointer such as /a/0 as " + POINTER);
    }

    private static ResultReference faulty(String fault) {
        return new ResultReference(null, null, fault);
    }

    private static boolean isPointer(String text) {
        return text.isEmpty() || text.startsWith("/");
    }

    /**
     * @param result of the task to which it refers; JSON null if it has none
     * @return null if the result has no such place
     */
    JsonValue resolveIn(JsonValue result) {
        if (pointer.isEmpty() || result == JsonValue.NULL) {
            return result;
        }
        if (!(result instanceof JsonStructure structure)) {
            return null;
        }
        try {
            return Json.createPointer(pointer).getValue(structure);
        } catch (JsonException e) {
            return null;
        }
    }
}
