package dev.millrace.catalogue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

import dev.harrel.jsonschema.JsonNode;

/** JSON values that are equal as JSON Schema defines it: numbers by their value, in any notation. */
final class JsonEqualityKey {
    private enum Null {
        NULL
    }

    private JsonEqualityKey() {}

    /** @return a key that is equal, in Java's sense, for all equal values */
    static Object of(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL -> Null.NULL;
            case BOOLEAN -> value.asBoolean();
            case STRING -> value.asString();
            case NUMBER, INTEGER -> of(value.asNumber());
            case ARRAY -> value.asArray().stream().map(JsonEqualityKey::of).toList();
            case OBJECT -> {
                Map<String, Object> members = new HashMap<>();
                value.asObject().forEach((name, member) -> members.put(name, of(member)));
                yield members;
            }
        };
    }

    private static BigDecimal of(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }
}
