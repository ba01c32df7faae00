package dev.millrace.worker.codec;

import java.io.IOException;
import java.util.Set;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The JSON of one Java type: its schema, its reader and its writer. */
interface Codec {
    /** @return a schema of its own, which the caller may extend */
    ObjectNode schema();

    /**
     * @param value not null, perhaps JSON null
     * @throws InvalidValue exactly if the schema or a record's constructor rejects the value
     */
    Object read(JsonNode value, ValuePath path) throws InvalidValue;

    /**
     * @param value of the Java type, perhaps null
     * @throws InvalidValue if the JSON would not match the schema
     */
    void write(Object value, JsonGenerator out, ValuePath path) throws InvalidValue, IOException;

    /**
     * @param within the recursive codecs on the way to this one
     * @return whether the type has a value of finite size
     */
    default boolean isFinite(Set<Codec> within) {
        return true;
    }
}
