package dev.millrace.worker.codec;

import java.io.IOException;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.millrace.contract.schema.NumberLimits;

/**
 * Any JSON, as Jackson's tree.
 *
 * @param type {@code object} or {@code array}, null = also anything else
 */
record JsonTreeCodec(String type) implements Codec {
    @Override
    public ObjectNode schema() {
        return type == null ? SchemaNodes.any() : SchemaNodes.of(type);
    }

    @Override
    public JsonNode read(JsonNode value, ValuePath path) throws InvalidValue {
        check(value, path, false);
        return value;
    }

    @Override
    public void write(Object value, JsonGenerator out, ValuePath path) throws InvalidValue, IOException {
        check((JsonNode) value, path, true);
        out.writeTree((JsonNode) value);
    }

    private void check(JsonNode value, ValuePath path, boolean sent) throws InvalidValue {
        if ("object".equals(type) && !value.isObject() || "array".equals(type) && !value.isArray()) {
            throw new InvalidValue(path, "must be an " + type);
        }
        checkAll(value, path, sent);
    }

    private static void checkAll(JsonNode value, ValuePath path, boolean sent) throws InvalidValue {
        switch (value.getNodeType()) {
            case NUMBER -> checkNumber(value, path);
            case STRING -> {
                if (sent && TextCodec.hasLoneSurrogate(value.textValue())) {
                    throw new InvalidValue(path, "contains an unpaired surrogate");
                }
            }
            case ARRAY -> {
                for (int i = 0; i < value.size(); i++) {
                    checkAll(value.get(i), path.item(i), sent);
                }
            }
            case OBJECT -> {
                for (Map.Entry<String, JsonNode> member : value.properties()) {
                    checkAll(member.getValue(), path.child(member.getKey()), sent);
                }
            }
            case POJO, MISSING -> throw new InvalidValue(path, "must be JSON");
            default -> {}
        }
    }

    private static void checkNumber(JsonNode value, ValuePath path) throws InvalidValue {
        if ((value.isDouble() || value.isFloat()) && !Double.isFinite(value.doubleValue())) {
            throw new InvalidValue(path, "must be a finite number");
        }
        if (!NumberLimits.allow(value.decimalValue())) {
            throw new InvalidValue(path, "has too many digits or too great an exponent");
        }
    }
}
