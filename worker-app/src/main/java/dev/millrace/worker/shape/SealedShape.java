package dev.millrace.worker.shape;

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
record SealedShape(String tag, Map<String, Shape> byName, Map<Class<?>, Shape> byType) implements Shape {
    @Override
    public ObjectNode schema() {
        ObjectNode schema = Schemas.any();
        ArrayNode options = schema.putArray("oneOf");
        byName.values().forEach(option -> options.add(option.schema()));
        return schema;
    }

    @Override
    public Object read(JsonNode value, Place place) throws UnfitValue {
        if (!value.isObject()) {
            throw new UnfitValue(place, "must be an object");
        }
        JsonNode name = value.path(tag);
        Shape option = name.isTextual() ? byName.get(name.textValue()) : null;
        if (option == null) {
            throw new UnfitValue(place.at(tag), "must be one of " + byName.keySet());
        }
        return option.read(value, place);
    }

    @Override
    public boolean canEnd(Set<Shape> within) {
        return byName.values().stream().anyMatch(option -> option.canEnd(within));
    }

    @Override
    public void write(Object value, JsonGenerator out, Place place) throws UnfitValue, IOException {
        byType.get(value.getClass()).write(value, out, place);
    }
}
