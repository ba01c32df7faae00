package dev.millrace.worker.shape;

import java.io.IOException;
import java.util.Set;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How the values of one Java type stand in JSON. */
interface Shape {
    /** @return a schema of its own, to which more may be added */
    ObjectNode schema();

    /**
     * @param value not null, perhaps JSON null
     * @throws UnfitValue exactly if the schema refuses the value, or a record's constructor does
     */
    Object read(JsonNode value, Place place) throws UnfitValue;

    /**
     * @param value of the Java type, perhaps null
     * @throws UnfitValue if what would be written does not fit the schema
     */
    void write(Object value, JsonGenerator out, Place place) throws UnfitValue, IOException;

    /**
     * @param within the shapes that are being looked at
     * @return whether there is a value that does not contain another one of these without end
     */
    default boolean canEnd(Set<Shape> within) {
        return true;
    }
}
