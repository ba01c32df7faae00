package dev.millrace.worker.shape;

import java.io.IOException;
import java.util.Set;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Stands for the shape of a type that contains itself, wherever it does; its schema refers to the whole one. */
final class SharedShape implements Shape {
    private final String reference;
    private Shape shape;

    /** @param reference where the whole schema stands, such as {@code #/$defs/Node} */
    SharedShape(String reference) {
        this.reference = reference;
    }

    void stepInFor(Shape whole) {
        shape = whole;
    }

    @Override
    public ObjectNode schema() {
        return Schemas.any().put("$ref", reference);
    }

    @Override
    public Object read(JsonNode value, Place place) throws UnfitValue {
        return shape.read(value, place);
    }

    @Override
    public boolean canEnd(Set<Shape> within) {
        if (!within.add(this)) {
            return false;
        }
        boolean ends = shape.canEnd(within);
        within.remove(this);
        return ends;
    }

    @Override
    public void write(Object value, JsonGenerator out, Place place) throws UnfitValue, IOException {
        shape.write(value, out, place);
    }
}
