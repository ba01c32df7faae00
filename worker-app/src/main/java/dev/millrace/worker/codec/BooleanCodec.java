package dev.millrace.worker.codec;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** True or false. */
record BooleanCodec() implements Codec {
    @Override
    public ObjectNode schema() {
        return SchemaNodes.of("boolean");
    }

    @Override
    public Boolean read(JsonNode value, ValuePath path) throws InvalidValue {
        if (!value.isBoolean()) {
            throw new InvalidValue(path, "must be true or false");
        }
        return value.booleanValue();
    }

    @Override
    public void write(Object value, JsonGenerator out, ValuePath path) throws IOException {
        out.writeBoolean((Boolean) value);
    }
}
