package dev.millrace.worker.codec;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Set;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.millrace.worker.api.Parameter;

/**
 * One component of a record.
 *
 * @param name in JSON
 * @param fallback its value when it is left out; null = there is none
 * @param described what else is said of it, or null
 */
record RecordMember(String name, Method accessor, Codec shape, JsonNode fallback, Parameter described) {
    boolean isRequired() {
        return fallback == null && !(shape instanceof OptionalCodec);
    }

    boolean canEnd(Set<Codec> within) {
        return !isRequired() || shape.canEnd(within);
    }

    ObjectNode schema() {
        ObjectNode schema = shape.schema();
        if (described != null) {
            putUnlessEmpty(schema, "title", described.title());
            putUnlessEmpty(schema, "description", described.help());
            putUnlessEmpty(schema, "contentMediaType", described.mediaType());
        }
        if (fallback != null) {
            schema.set("default", fallback);
        }
        return schema;
    }

    private static void putUnlessEmpty(ObjectNode schema, String keyword, String text) {
        if (!text.isEmpty()) {
            schema.put(keyword, text);
        }
    }

    /** @param value null if it was left out */
    Object read(JsonNode value, ValuePath place) throws InvalidValue {
        if (value != null) {
            return shape.read(value, place);
        }
        if (isRequired()) {
            throw new InvalidValue(place, "is required");
        }
        return shape.read(fallback == null ? NullNode.instance : fallback, place);
    }

    void write(Object record, JsonGenerator out, ValuePath place) throws InvalidValue, IOException {
        try {
            shape.write(accessor.invoke(record), out, place);
        } catch (InvocationTargetException e) {
            throw new InvalidValue(place, "cannot be asked for: " + e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
