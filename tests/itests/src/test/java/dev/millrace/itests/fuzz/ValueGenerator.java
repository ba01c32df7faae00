package dev.millrace.itests.fuzz;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes random values that match a schema. */
final class ValueGenerator {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int DEEPEST = 5;

    private final ApiDocument document;
    private final Random random;

    ValueGenerator(ApiDocument document, Random random) {
        this.document = document;
        this.random = random;
    }

    /**
     * The receiver of a value.
     *
     * @param resource of the call
     * @param known to the caller
     */
    record Purpose(String resource, KnownValues known) {}

    /** A value for a member or parameter of that name. */
    JsonNode value(String name, JsonNode schema, Purpose purpose) {
        return value(name, schema, purpose, 0);
    }

    private JsonNode value(String name, JsonNode given, Purpose purpose, int depth) {
        JsonNode schema = document.resolve(given);
        if (schema.path("nullable").asBoolean() && random.nextInt(5) == 0) {
            return NODES.nullNode();
        }
        if (schema.has("enum")) {
            return pick(schema.get("enum"));
        }
        if (schema.has("oneOf")) {
            return value(name, pick(schema.get("oneOf")), purpose, depth);
        }
        if (schema.has("allOf") || schema.has("properties")) {
            ObjectNode object = NODES.objectNode();
            addMembers(object, schema, purpose, depth);
            return object;
        }
        return switch (schema.path("type").asText()) {
            case "string" -> NODES.textNode(text(name, schema, purpose));
            case "integer" -> NODES.numberNode(whole(schema));
            case "number" -> NODES.numberNode(random.nextInt(200) / 2.0);
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "array" -> array(name, schema, purpose, depth);
            default -> NODES.objectNode().put("text", word(1 + random.nextInt(10)));
        };
    }

    private void addMembers(ObjectNode object, JsonNode schema, Purpose purpose, int depth) {
        schema.path("allOf").forEach(part -> addMembers(object, document.resolve(part), purpose, depth));
        for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
            boolean required = schema.path("required").valueStream().anyMatch(name -> name.asText()
                    .equals(member.getKey()));
            if (required || depth < DEEPEST && random.nextInt(3) == 0) {
                object.set(member.getKey(), value(member.getKey(), member.getValue(), purpose, depth + 1));
            }
        }
    }

    private ArrayNode array(String name, JsonNode schema, Purpose purpose, int depth) {
        ArrayNode array = NODES.arrayNode();
        int count = schema.path("minItems").asInt(0) + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            array.add(value(name, schema.path("items"), purpose, depth + 1));
        }
        return array;
    }

    private String text(String name, JsonNode schema, Purpose purpose) {
        String found = random.nextInt(8) > 0 ? purpose.known().pick(purpose.resource(), name, random) : null;
        if (found != null) {
            return found;
        }
        return switch (schema.path("format").asText()) {
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "date-time" -> Instant.now()
                    .truncatedTo(ChronoUnit.SECONDS)
                    .plusSeconds(random.nextInt(200_000) - 100_000)
                    .toString();
            case "email" -> word(8) + "@example.org";
            case "password" -> "correct horse " + word(12);
            default -> schema.has("example") && random.nextBoolean()
                    ? schema.get("example").asText()
                    : word(length(schema));
        };
    }

    private int length(JsonNode schema) {
        int least = schema.path("minLength").asInt(1);
        int most = Math.min(schema.path("maxLength").asInt(12), 200);
        return random.nextInt(10) == 0 ? most : least + random.nextInt(Math.max(1, Math.min(most, 12) - least + 1));
    }

    private long whole(JsonNode schema) {
        long least = schema.path("minimum").asLong(0);
        long most = schema.path("maximum").asLong(least + 100);
        return switch (random.nextInt(4)) {
            case 0 -> least;
            case 1 -> most;
            default -> least + (long) (random.nextDouble() * (most - least));
        };
    }

    private String word(int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }

    private JsonNode pick(JsonNode array) {
        return array.get(random.nextInt(array.size()));
    }
}
