package dev.millrace.worker.shape;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Null or a value. */
record NullableShape(Shape inner) implements Shape {
    @Override
    public ObjectNode schema() {
        return Schemas.nullable(inner.schema());
    }

    @Override
    public Object read(JsonNode value, Place place) throws UnfitValue {
        return value.isNull() ? null : inner.read(value, place);
    }

    @Override
    public void write(Object value, JsonGenerator out, Place place) throws UnfitValue, IOException {
        if (value == null) {
            out.writeNull();
        } else {
            inner.write(value, out, place);
        }
    }
}
