package dev.millrace.worker.codec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Lists, sets and arrays.
 *
 * @param unique whether the items are distinct
 * @param fromItems makes the Java value of its items
 * @param toItems the reverse
 */
record ListCodec(
        Codec item, boolean unique, Function<List<Object>, Object> fromItems, Function<Object, Collection<?>> toItems)
        implements Codec {
    @Override
    public ObjectNode schema() {
        ObjectNode schema = SchemaNodes.of("array");
        schema.set("items", item.schema());
        if (unique) {
            schema.put("uniqueItems", true);
        }
        return schema;
    }

    @Override
    public Object read(JsonNode value, ValuePath path) throws InvalidValue {
        if (!value.isArray()) {
            throw new InvalidValue(path, "must be an array");
        }
        List<Object> items = new ArrayList<>(value.size());
        Set<JsonNode> seen = new HashSet<>();
        for (int i = 0; i < value.size(); i++) {
            if (unique && !seen.add(CanonicalJson.of(value.get(i)))) {
                throw new InvalidValue(path.item(i), "duplicate item");
            }
            items.add(item.read(value.get(i), path.item(i)));
        }
        return fromItems.apply(items);
    }

    @Override
    public void write(Object value, JsonGenerator out, ValuePath path) throws InvalidValue, IOException {
        out.writeStartArray();
        int i = 0;
        for (Object each : toItems.apply(value)) {
            item.write(each, out, path.item(i++));
        }
        out.writeEndArray();
    }
}
