package dev.millrace.worker.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Pieces of JSON Schemas (2020-12). */
final class SchemaNodes {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SchemaNodes() {}

    static ObjectNode any() {
        return NODES.objectNode();
    }

    static ObjectNode of(String type) {
        return any().put("type", type);
    }

    /** @return a schema that accepts null as well */
    static ObjectNode nullable(ObjectNode schema) {
        if (schema.isEmpty()) {
            return schema;
        }
        JsonNode type = schema.get("type");
        if (type == null || !type.isTextual()) {
            ObjectNode either = any();
            either.putArray("anyOf").add(schema).add(of("null"));
            return either;
        }
        schema.putArray("type").add(type).add("null");
        if (schema.get("enum") instanceof ArrayNode constants) {
            constants.addNull();
        }
        return schema;
    }
}
