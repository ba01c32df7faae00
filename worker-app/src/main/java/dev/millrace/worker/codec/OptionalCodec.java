package dev.millrace.worker.codec;

import java.io.IOException;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An {@link Optional}: null or a value; it may be left out, too. */
record OptionalCodec(Codec inner) implements Codec {
    @Override
    public ObjectNode schema() {
        return SchemaNodes.nullable(inner.schema());
    }

    @Override
    public Optional<?> read(JsonNode value, ValuePath path) throws InvalidValue {
        return value.isNull() ? Optional.empty() : Optional.of(inner.read(value, path));
    }

    @Override
    public void write(Object value, JsonGenerator out, ValuePath path) throws InvalidValue, IOException {
        Optional<?> optional = (Optional<?>) value;
        if (optional == null || optional.isEmpty()) {
            out.writeNull();
        } else {
            inner.write(optional.get(), out, path);
        }
    }
}
