package dev.millrace.worker.codec;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Maps, as objects with any members.
 *
 * @param keys null = any string, which is its own key
 */
record MapCodec(EnumCodec keys, Codec value) implements Codec {
    @Override
    public ObjectNode schema() {
        ObjectNode schema = SchemaNodes.of("object");
        if (keys != null) {
            schema.set("propertyNames", keys.schema());
        }
        schema.set("additionalProperties", value.schema());
        return schema;
    }

    @Override
    public Map<Object, Object> read(JsonNode json, ValuePath path) throws InvalidValue {
        if (!json.isObject()) {
            throw new InvalidValue(path, "must be an object");
        }
        Map<Object, Object> map = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            ValuePath at = path.child(member.getKey());
            Object key = keys == null ? member.getKey() : keys.read(TextNode.valueOf(member.getKey()), at);
            map.put(key, value.read(member.getValue(), at));
        }
        return map;
    }

    @Override
    public void write(Object map, JsonGenerator out, ValuePath path) throws InvalidValue, IOException {
        out.writeStartObject();
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) map).entrySet()) {
            if (entry.getKey() == null) {
                throw new InvalidValue(path, "has a null key");
            }
            String name = keys == null ? (String) entry.getKey() : keys.nameOf(entry.getKey());
            if (TextCodec.hasLoneSurrogate(name)) {
                throw new InvalidValue(path, "has a key that contains an unpaired surrogate");
            }
            out.writeFieldName(name);
            value.write(entry.getValue(), out, path.child(name));
        }
        out.writeEndObject();
    }
}
