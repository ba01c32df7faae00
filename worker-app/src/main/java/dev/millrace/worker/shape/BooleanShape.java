package dev.millrace.worker.shape;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** True or false. */
record BooleanShape() implements Shape {
    @Override
    public ObjectNode schema() {
        return Schemas.of("boolean");
    }

    @Override
    public Boolean read(JsonNode value, Place place) throws UnfitValue {
        if (!value.isBoolean()) {
            throw new UnfitValue(place, "must be true or false");
        }
        return value.booleanValue();
    }

    @Override
    public void write(Object value, JsonGenerator out, Place place) throws IOException {
        out.writeBoolean((Boolean) value);
    }
}
