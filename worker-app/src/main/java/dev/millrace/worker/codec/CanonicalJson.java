package dev.millrace.worker.codec;

import java.math.BigDecimal;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON values that are equal as JSON Schema defines it: numbers by their value, in any notation. */
final class CanonicalJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private CanonicalJson() {}

    /** @return a value that equals, in Java's sense, the one of every equal JSON value */
    static JsonNode of(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> {
                BigDecimal number = value.decimalValue();
                yield DecimalNode.valueOf(number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros());
            }
            case ARRAY -> {
                ArrayNode same = NODES.arrayNode(value.size());
                value.forEach(item -> same.add(of(item)));
                yield same;
            }
            case OBJECT -> {
                ObjectNode same = NODES.objectNode();
                for (Map.Entry<String, JsonNode> member : value.properties()) {
                    same.set(member.getKey(), of(member.getValue()));
                }
                yield same;
            }
            default -> value;
        };
    }
}
