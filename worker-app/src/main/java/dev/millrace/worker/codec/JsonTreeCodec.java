package dev.millrace.worker.codec;

import java.io.IOException;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.millrace.contract.dialect.NumberLimits;

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
    public JsonNode read(JsonNode value, ValuePath place) throws InvalidValue {
        check(value, place, false);
        return value;
    }

    @Override
    public void write(Object value, JsonGenerator out, ValuePath place) throws InvalidValue, IOException {
        check((JsonNode) value, place, true);
        out.writeTree((JsonNode) value);
    }

    private void check(JsonNode value, ValuePath place, boolean sent) throws InvalidValue {
        if ("object".equals(type) && !value.isObject() || "array".equals(type) && !value.isArray()) {
            throw new InvalidValue(place, "must be an " + type);
        }
        checkAll(value, place, sent);
    }

    private static void checkAll(JsonNode value, ValuePath place, boolean sent) throws InvalidValue {
        switch (value.getNodeType()) {
            case NUMBER -> checkNumber(value, place);
            case STRING -> {
                if (sent && TextCodec.isBroken(value.textValue())) {
                    throw new InvalidValue(place, "has half a character (an unpaired surrogate), which cannot be sent");
                }
            }
            case ARRAY -> {
                for (int i = 0; i < value.size(); i++) {
                    checkAll(value.get(i), place.at(i), sent);
                }
            }
            case OBJECT -> {
                for (Map.Entry<String, JsonNode> member : value.properties()) {
                    checkAll(member.getValue(), place.at(member.getKey()), sent);
                }
            }
            case POJO, MISSING -> throw new InvalidValue(place, "is not JSON");
            default -> {}
        }
    }

    private static void checkNumber(JsonNode value, ValuePath place) throws InvalidValue {
        if ((value.isDouble() || value.isFloat()) && !Double.isFinite(value.doubleValue())) {
            throw new InvalidValue(place, "is no finite number (NaN or infinite), which JSON cannot express");
        }
        if (!NumberLimits.allow(value.decimalValue())) {
            throw new InvalidValue(place, "has too many digits or too great an exponent");
        }
    }
}
