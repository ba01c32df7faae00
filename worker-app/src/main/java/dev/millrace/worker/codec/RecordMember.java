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
 * @param defaultValue its value when a sender omits it; null = none
 * @param annotation its annotation, or null
 */
record RecordMember(String name, Method accessor, Codec codec, JsonNode defaultValue, Parameter annotation) {
    boolean isRequired() {
        return defaultValue == null && !(codec instanceof OptionalCodec);
    }

    boolean canEnd(Set<Codec> within) {
        return !isRequired() || codec.isFinite(within);
    }

    ObjectNode schema() {
        ObjectNode schema = codec.schema();
        if (annotation != null) {
            putUnlessEmpty(schema, "title", annotation.title());
            putUnlessEmpty(schema, "description", annotation.help());
            putUnlessEmpty(schema, "contentMediaType", annotation.mediaType());
        }
        if (defaultValue != null) {
            schema.set("default", defaultValue);
        }
        return schema;
    }

    private static void putUnlessEmpty(ObjectNode schema, String keyword, String text) {
        if (!text.isEmpty()) {
            schema.put(keyword, text);
        }
    }

    /** @param value null if the sender omitted it */
    Object read(JsonNode value, ValuePath path) throws InvalidValue {
        if (value != null) {
            return codec.read(value, path);
        }
        if (isRequired()) {
            throw new InvalidValue(path, "is required");
        }
        return codec.read(defaultValue == null ? NullNode.instance : defaultValue, path);
    }

    void write(Object record, JsonGenerator out, ValuePath path) throws InvalidValue, IOException {
        try {
            codec.write(accessor.invoke(record), out, path);
        } catch (InvocationTargetException e) {
            throw new InvalidValue(path, "could not be read: " + e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
