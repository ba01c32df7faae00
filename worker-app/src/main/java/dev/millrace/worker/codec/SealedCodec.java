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
 * @param byName each record's shape, by its name there
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
    public Object read(JsonNode value, ValuePath place) throws InvalidValue {
        if (!value.isObject()) {
            throw new InvalidValue(place, "must be an object");
        }
        JsonNode name = value.path(tag);
        Codec option = name.isTextual() ? byName.get(name.textValue()) : null;
        if (option == null) {
            throw new InvalidValue(place.at(tag), "must be one of " + byName.keySet());
        }
        return option.read(value, place);
    }

    @Override
    public boolean canEnd(Set<Codec> within) {
        return byName.values().stream().anyMatch(option -> option.canEnd(within));
    }

    @Override
    public void write(Object value, JsonGenerator out, ValuePath place) throws InvalidValue, IOException {
        byType.get(value.getClass()).write(value, out, place);
    }
}
