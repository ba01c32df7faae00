package dev.millrace.worker.codec;

import java.io.IOException;
import java.util.Set;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How the values of one Java type stand in JSON. */
interface Codec {
    /** @return a schema of its own, to which more may be added */
    ObjectNode schema();

    /**
     * @param value not null, perhaps JSON null
     * @throws InvalidValue exactly if the schema refuses the value, or a record's constructor does
     */
    Object read(JsonNode value, ValuePath place) throws InvalidValue;

    /**
     * @param value of the Java type, perhaps null
     * @throws InvalidValue if what would be written does not fit the schema
     */
    void write(Object value, JsonGenerator out, ValuePath place) throws InvalidValue, IOException;

    /**
     * @param within the shapes that are being looked at
     * @return whether there is a value that does not contain another one of these without end
     */
    default boolean canEnd(Set<Codec> within) {
        return true;
    }
}
