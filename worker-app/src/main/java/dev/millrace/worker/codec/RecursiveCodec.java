package dev.millrace.worker.codec;

import java.io.IOException;
import java.util.Set;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Represents a type inside itself; its schema refers to the whole one. */
final class RecursiveCodec implements Codec {
    private final String reference;
    private Codec codec;

    /** @param reference JSON Pointer of the whole schema, such as {@code #/$defs/Node} */
    RecursiveCodec(String reference) {
        this.reference = reference;
    }

    void resolve(Codec whole) {
        codec = whole;
    }

    @Override
    public ObjectNode schema() {
        return SchemaNodes.any().put("$ref", reference);
    }

    @Override
    public Object read(JsonNode value, ValuePath path) throws InvalidValue {
        return codec.read(value, path);
    }

    @Override
    public boolean isFinite(Set<Codec> within) {
        if (!within.add(this)) {
            return false;
        }
        boolean ends = codec.isFinite(within);
        within.remove(this);
        return ends;
    }

    @Override
    public void write(Object value, JsonGenerator out, ValuePath path) throws InvalidValue, IOException {
        codec.write(value, out, path);
    }
}
