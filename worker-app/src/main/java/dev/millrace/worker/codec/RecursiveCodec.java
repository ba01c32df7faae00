package dev.millrace.worker.codec;

import java.io.IOException;
import java.util.Set;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Stands for the shape of a type that contains itself, wherever it does; its schema refers to the whole one. */
final class RecursiveCodec implements Codec {
    private final String reference;
    private Codec shape;

    /** @param reference where the whole schema stands, such as {@code #/$defs/Node} */
    RecursiveCodec(String reference) {
        this.reference = reference;
    }

    void stepInFor(Codec whole) {
        shape = whole;
    }

    @Override
    public ObjectNode schema() {
        return SchemaNodes.any().put("$ref", reference);
    }

    @Override
    public Object read(JsonNode value, ValuePath place) throws InvalidValue {
        return shape.read(value, place);
    }

    @Override
    public boolean canEnd(Set<Codec> within) {
        if (!within.add(this)) {
            return false;
        }
        boolean ends = shape.canEnd(within);
        within.remove(this);
        return ends;
    }

    @Override
    public void write(Object value, JsonGenerator out, ValuePath place) throws InvalidValue, IOException {
        shape.write(value, out, place);
    }
}
