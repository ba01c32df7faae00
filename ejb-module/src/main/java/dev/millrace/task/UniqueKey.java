package dev.millrace.task;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.json.JsonNumber;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;

import dev.millrace.platform.digest.Sha256;
import dev.millrace.platform.json.Json;

/** The key that equal requests share: owner, type, and parameters in any notation. */
final class UniqueKey {
    private UniqueKey() {}

    /** @return 64 characters */
    static String of(UUID owner, String type, Uniqueness uniqueness) {
        try (JsonReader reader = Json.createReader(new StringReader(uniqueness.parameters()))) {
            return Sha256.of(owner + " " + type + " " + canonical(reader.readValue()));
        }
    }

    /** Members in the order of their names, numbers by value, no space: in the spirit of RFC 8785. */
    private static String canonical(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> new TreeMap<>(value.asJsonObject())
                    .entrySet().stream()
                            .map(member -> Json.createValue(member.getKey()) + ":" + canonical(member.getValue()))
                            .collect(Collectors.joining(",", "{", "}"));
            case ARRAY -> value.asJsonArray().stream()
                    .map(UniqueKey::canonical)
                    .collect(Collectors.joining(",", "[", "]"));
            case NUMBER -> canonical(((JsonNumber) value).bigDecimalValue());
            default -> value.toString();
        };
    }

    private static String canonical(BigDecimal number) {
        return number.stripTrailingZeros().toString(); // not plain, which a large exponent would make endless
    }
}
