package dev.millrace.worker.codec;

import java.io.IOException;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The records of a sealed interface, told apart by one member.
 *
 * @param tag the member's name
 * @param byName each record's codec, by its name in the tag
 * @param byType the same, by their classes
 */
record SealedCodec(String tag, Map<String, Codec> byName, Map<Class<?>, Codec> byType) implements Codec {
    @Override
    public ObjectNode schema() {
        ObjectNode schema = SchemaNodes.any();
        ArrayNode options = schema.putArray("oneOf");
        byName.values().forEach(option -> options.add(option.schema()));
        return schema;
    }

    @Override
    public Object read(JsonNode value, ValuePath path) throws InvalidValue {
        if (!value.isObject()) {
            throw new InvalidValue(path, "must be an object");
        }
        JsonNode name = value.path(tag);
        Codec option = name.isTextual() ? byName.get(name.textValue()) : null;
        if (option == null) {
            throw new InvalidValue(path.child(tag), "must be one of " + byName.keySet());
        }
        return option.read(value, path);
    }

    @Override
    public boolean isFinite(Set<Codec> within) {
        return byName.values().stream().anyMatch(option -> option.isFinite(within));
    }

    @Override
    public void write(Object value, JsonGenerator out, ValuePath path) throws InvalidValue, IOException {
        byType.get(value.getClass()).write(value, out, path);
    }
}
