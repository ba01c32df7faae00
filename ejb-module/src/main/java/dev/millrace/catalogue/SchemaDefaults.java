package dev.millrace.catalogue;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonPointer;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import dev.millrace.platform.json.Json;

/**
 * Fills in the defaults of absent properties, as the worker does. It reads properties, items and references within the
 * schema; it skips alternatives ({@code oneOf}, {@code anyOf}), because the value's choice is unknown.
 */
final class SchemaDefaults {
    private static final int MAX_DEPTH = 64;

    private final JsonObject root;

    SchemaDefaults(String schema) {
        try (JsonReader reader = Json.createReader(new StringReader(schema))) {
            root = reader.readObject();
        }
    }

    /** @return the value with its defaults */
    JsonValue fill(JsonValue value) {
        return fill(value, root, 0);
    }

    private JsonValue fill(JsonValue value, JsonValue of, int depth) {
        if (!(of instanceof JsonObject schema) || depth > MAX_DEPTH) {
            return value;
        }
        JsonValue filled = value;
        if (schema.get("$ref") instanceof JsonString reference) {
            filled = fill(filled, target(reference.getString()), depth + 1);
        }
        if (schema.get("allOf") instanceof Iterable<?> all) {
            for (Object one : all) {
                filled = fill(filled, (JsonValue) one, depth + 1);
            }
        }
        if (filled instanceof JsonObject object && schema.get("properties") instanceof JsonObject properties) {
            return members(object, properties, depth);
        }
        if (filled.getValueType() == JsonValue.ValueType.ARRAY && schema.containsKey("items")) {
            JsonArrayBuilder items = Json.createArrayBuilder();
            filled.asJsonArray().forEach(item -> items.add(fill(item, schema.get("items"), depth + 1)));
            return items.build();
        }
        return filled;
    }

    private JsonValue members(JsonObject object, JsonObject properties, int depth) {
        Map<String, JsonValue> members = new HashMap<>(object);
        properties.forEach((name, property) -> {
            JsonValue present = members.containsKey(name) ? members.get(name) : defaultOf(property, depth);
            if (present != null) {
                members.put(name, fill(present, property, depth + 1));
            }
        });
        return object(members);
    }

    private static JsonObject object(Map<String, JsonValue> members) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        members.forEach(object::add);
        return object.build();
    }

    /** @return null if it has none */
    private JsonValue defaultOf(JsonValue property, int depth) {
        if (!(property instanceof JsonObject schema) || depth > MAX_DEPTH) {
            return null;
        }
        if (schema.containsKey("default")) {
            return schema.get("default");
        }
        return schema.get("$ref") instanceof JsonString reference
                ? defaultOf(target(reference.getString()), depth + 1)
                : null;
    }

    /** @return true, a schema without content, if there is no such place in this schema */
    private JsonValue target(String reference) {
        if (!reference.startsWith("#")) {
            return JsonValue.TRUE;
        }
        try {
            JsonPointer pointer = Json.createPointer(reference.substring(1));
            return reference.length() == 1 ? root : pointer.getValue(root);
        } catch (JsonException e) {
            return JsonValue.TRUE; // an anchor, for example
        }
    }
}
