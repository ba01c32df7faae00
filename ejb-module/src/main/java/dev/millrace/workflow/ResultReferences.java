package dev.millrace.workflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

import dev.millrace.platform.json.Json;
import dev.millrace.platform.problem.Fault;

/** Replaces the references in a task's parameters by results. */
final class ResultReferences {
    /** Longest filled-in parameters, in characters. */
    static final int MAX_LENGTH = 2 * 1024 * 1024;

    private final Function<String, JsonValue> results;
    private final List<Fault> faults;
    private final Map<ResultReference, ResolvedResult> found = new HashMap<>();
    private long length;

    private record ResolvedResult(JsonValue value, int length) {}

    private ResultReferences(Function<String, JsonValue> results, List<Fault> faults) {
        this.results = results;
        this.faults = faults;
    }

    static boolean containsAny(JsonValue parameters) {
        boolean[] any = {false};
        walk(parameters, "", (pointer, reference) -> any[0] = true);
        return any[0];
    }

    /** Shows each reference with its pointer, which starts with {@code pointer}. */
    static void walk(JsonValue value, String pointer, BiConsumer<String, ResultReference> visitor) {
        if (ResultReference.isReference(value)) {
            visitor.accept(pointer, ResultReference.parse(value.asJsonObject()));
        } else if (value instanceof JsonObject object) {
            object.forEach((name, member) -> walk(member, pointer + "/" + Json.encodePointer(name), visitor));
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                walk(array.get(i), pointer + "/" + i, visitor);
            }
        }
    }

    /**
     * @param results gives a task's result, JSON null if it has none
     * @param faults to which this adds each reference that it cannot replace; pointers are into the parameters
     */
    static JsonValue resolve(JsonValue parameters, Function<String, JsonValue> results, List<Fault> faults) {
        return new ResultReferences(results, faults).resolve(parameters, "");
    }

    private JsonValue resolve(JsonValue value, String pointer) {
        if (ResultReference.isReference(value)) {
            return valueOf(ResultReference.parse(value.asJsonObject()), pointer);
        }
        if (value instanceof JsonObject object) {
            JsonObjectBuilder resolved = Json.createObjectBuilder();
            object.forEach(
                    (name, member) -> resolved.add(name, resolve(member, pointer + "/" + Json.encodePointer(name))));
            return resolved.build();
        }
        if (value instanceof JsonArray array) {
            JsonArrayBuilder resolved = Json.createArrayBuilder();
            for (int i = 0; i < array.size(); i++) {
                resolved.add(resolve(array.get(i), pointer + "/" + i));
            }
            return resolved.build();
        }
        return value;
    }

    private JsonValue valueOf(ResultReference reference, String pointer) {
        ResolvedResult here = found.computeIfAbsent(reference, this::find);
        boolean fitted = length <= MAX_LENGTH;
        length += here.length();
        if (here.value() == null) {
            faults.add(new Fault(
                    pointer, "the result of '" + reference.task() + "' has nothing at " + reference.pointer()));
        } else if (length <= MAX_LENGTH) {
            return here.value();
        } else if (fitted) {
            faults.add(new Fault(pointer, "makes the parameters longer than " + MAX_LENGTH + " characters"));
        }
        return JsonValue.NULL;
    }

    private ResolvedResult find(ResultReference reference) {
        JsonValue value = reference.resolveIn(results.apply(reference.task()));
        return new ResolvedResult(value, value == null ? 0 : value.toString().length());
    }
}
