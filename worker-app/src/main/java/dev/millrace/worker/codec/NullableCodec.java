package dev.millrace.worker.codec;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Null or a value. */
record NullableCodec(Codec inner) implements Codec {
    @Override
    public ObjectNode schema() {
        return SchemaNodes.nullable(inner.schema());
    }

    @Override
    public Object read(JsonNode value, ValuePath path) throws InvalidValue {
        return value.isNull() ? null : inner.read(value, path);
    }

    @Override
    public void write(Object value, JsonGenerator out, ValuePath path) throws InvalidValue, IOException {
        if (value == null) {
            out.writeNull();
        } else {
            inner.write(value, out, path);
        }
    }
}
