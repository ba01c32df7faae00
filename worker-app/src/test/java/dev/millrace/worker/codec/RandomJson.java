package dev.millrace.worker.codec;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Random values that fit a schema, or nearly do. */
final class RandomJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Map<String, List<String>> TEXTS = Map.of(
            "date", List.of("2026-02-28", "2024-02-29", "2026-02-29", "0000-01-01", "9999-12-31", "+10000-01-01"),
            "date-time",
                    List.of(
                            "2026-02-28T14:30:00Z",
                            "2026-02-28T14:30:00.123456789+18:00",
                            "0000-01-01T00:00:00-18:00",
                            "0000-01-01T00:00:00+18:00",
                            "0000-01-01T17:59:59.999999999+18:00",
                            "9999-12-31T23:59:59+18:00",
                            "9999-12-31T23:59:59.999999999-18:00",
                            "9999-12-31T06:00:00-18:00",
                            "2026-02-28T23:59:60Z",
                            "2026-02-28T14:30Z",
                            "2026-02-28T14:30:00-00:00"),
            "time-local", List.of("14:30:00", "23:59:59.5", "24:00:00", "14:30"),
            "date-time-local", List.of("2026-02-28T14:30:00", "0000-01-01T00:00:00.1", "2026-02-28T14:30:00Z"),
            "duration",
                    List.of(
                            "PT0S",
                            "P1D",
                            "PT1H30S",
                            "PT0.000000001S",
                            "P9999999DT1H1M999999999.999999999S",
                            "P9999999DT999999999H999999999M999999999.999999999S",
                            "P9999999DT999999999H1M",
                            "PT999999999H999999999M60.5S",
                            "PT999999999H59M60S",
                            "P1Y",
                            "P2W",
                            "PT1.5H",
                            "-PT1S",
                            "P",
                            "PT",
                            "P10000000D"),
            "uuid",
                    List.of(
                            "123e4567-e89b-12d3-a456-426614174000",
                            "FFFFFFFF-ffff-FFFF-ffff-FFFFFFFFFFFF",
                            "1-1-1-1-1"),
            "email", List.of("a@b", "a.b@c.d", "a@", "@"),
            "base64", List.of("", "AA==", "AAA=", "AAAA", "AB==", "AAAAQQ==", "A", "AA", "A-_A", "AA=A", "AAAA\n"));
    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "-0.0",
            "1",
            "1.0",
            "1e2",
            "1.5",
            "0.1",
            "-128",
            "127",
            "128",
            "-129",
            "32767",
            "32768",
            "2147483647",
            "2147483648",
            "3000000000",
            "-2147483649",
            "9223372036854775807",
            "9223372036854775808",
            "1e18",
            "1e19",
            "1e30",
            "3.4028235E38",
            "3.5e38",
            "1.7976931348623157E308",
            "1e309",
            "-1e400",
            "1e-400",
            "1e1999",
            "1e2001",
            "1e-2001",
            "1e99999",
            "12345678901234567.89",
            "127.0",
            "127.00001",
            "5e-1");
    private static final List<String> WORDS = List.of(
            "",
            "a",
            "ab",
            "\n",
            "é",
            "😀",
            "\u0000",
            "RED",
            "GREEN",
            "red",
            "1",
            "true",
            "null",
            "x".repeat(40),
            "nope",
            "A1",
            "circle",
            "type");

    private final Random random;

    RandomJson(long seed) {
        random = new Random(seed);
    }

    /** @return a value that mostly fits {@code schema}; one in three has a replaced part */
    JsonNode near(JsonNode schema) {
        JsonNode value = of(schema, schema, 0);
        return random.nextInt(3) == 0 ? mutated(value) : value;
    }

    private JsonNode of(JsonNode schema, JsonNode root, int depth) {
        if (schema.has("$ref")) {
            return of(root.at(schema.get("$ref").textValue().substring(1)), root, depth);
        }
        for (String choice : List.of("oneOf", "anyOf")) {
            if (schema.has(choice)) {
                JsonNode options = schema.get(choice);
                int option = depth > 6 ? options.size() - 1 : random.nextInt(options.size());
                return of(options.get(option), root, depth + 1);
            }
        }
        if (schema.has("enum") || schema.has("const")) {
            return schema.has("const") ? schema.get("const") : pick(schema.get("enum"));
        }
        JsonNode type = schema.path("type");
        return switch (type.isArray() ? pick(type).textValue() : type.asText("any")) {
            case "object" -> object(schema, root, depth);
            case "array" -> array(schema, root, depth);
            case "string" -> NODES.textNode(text(schema));
            case "integer" -> random.nextInt(8) == 0 ? number() : near(schema, random.nextInt(20));
            case "number" -> random.nextInt(8) == 0 ? number() : near(schema, random.nextInt(200) / 10.0);
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "null" -> NODES.nullNode();
            default -> any(depth);
        };
    }

    private JsonNode near(JsonNode schema, double distance) {
        boolean above = random.nextBoolean();
        JsonNode bound = schema.path(above ? "minimum" : "maximum");
        BigDecimal step = BigDecimal.valueOf(above == (random.nextInt(12) > 0) ? distance : -distance);
        BigDecimal number = (bound.isNumber() ? bound.decimalValue() : BigDecimal.ZERO).add(step);
        return DecimalNode.valueOf(number.scale() <= 0 ? number : number.stripTrailingZeros());
    }

    private JsonNode object(JsonNode schema, JsonNode root, int depth) {
        ObjectNode object = NODES.objectNode();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            if (random.nextInt(12) > 0) {
                object.set(property.getKey(), of(property.getValue(), root, depth + 1));
            }
        }
        if (schema.path("additionalProperties").isObject() && depth < 6) {
            for (int i = random.nextInt(3); i > 0; i--) {
                JsonNode names = schema.path("propertyNames").path("enum");
                String name = names.isEmpty() || random.nextInt(5) == 0
                        ? word()
                        : pick(names).textValue();
                object.set(name, of(schema.get("additionalProperties"), root, depth + 1));
            }
        }
        return object;
    }

    private JsonNode array(JsonNode schema, JsonNode root, int depth) {
        ArrayNode array = NODES.arrayNode();
        for (int i = depth > 6 ? 0 : random.nextInt(4); i > 0; i--) {
            array.add(schema.has("items") ? of(schema.get("items"), root, depth + 1) : any(depth + 1));
        }
        return array;
    }

    private String text(JsonNode schema) {
        List<String> known = TEXTS.get(
                schema.path("format").asText(schema.path("contentEncoding").asText()));
        return known == null || random.nextInt(10) == 0 ? word() : known.get(random.nextInt(known.size()));
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private JsonNode number() {
        return DecimalNode.valueOf(new BigDecimal(NUMBERS.get(random.nextInt(NUMBERS.size()))));
    }

    private JsonNode any(int depth) {
        return switch (random.nextInt(depth > 4 ? 4 : 6)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(true);
            case 2 -> number();
            case 3 -> NODES.textNode(word());
            case 4 -> NODES.arrayNode().add(any(depth + 1));
            default -> NODES.objectNode().set(word(), any(depth + 1));
        };
    }

    private JsonNode mutated(JsonNode value) {
        if (value instanceof ObjectNode object && !object.isEmpty() && random.nextInt(5) > 0) {
            List<String> names = List.copyOf(
                    object.properties().stream().map(Map.Entry::getKey).toList());
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(6)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(word(), any(3));
                default -> object.set(name, mutated(object.get(name)));
            }
            return object;
        } else if (value instanceof ArrayNode array && !array.isEmpty() && random.nextInt(5) > 0) {
            int index = random.nextInt(array.size());
            if (random.nextInt(4) == 0) {
                array.add(array.get(index));
            } else {
                array.set(index, mutated(array.get(index)));
            }
            return array;
        }
        return any(0);
    }

    private JsonNode pick(JsonNode array) {
        return array.get(random.nextInt(array.size()));
    }
}
