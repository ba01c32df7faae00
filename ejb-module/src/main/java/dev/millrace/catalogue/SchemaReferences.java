package dev.millrace.catalogue;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;

import dev.millrace.platform.json.Json;

/**
 * Checks that validation against a JSON Schema terminates. A schema that applies itself to a part of the value
 * (recursive records) terminates with the value. One that applies itself to the same value, by {@code $ref},
 * {@code allOf} or similar keywords alone, never terminates. One that expands to very many schemas for one value takes
 * too long.
 */
final class SchemaReferences {
    private static final int MAX_EXPANDED = 10_000;
    private static final int MAX_CHAIN_LENGTH = 100;
    private static final long IN_PROGRESS = -1;
    private static final Set<String> SINGLE = Set.of(
            "additionalItems",
            "additionalProperties",
            "contains",
            "items",
            "propertyNames",
            "unevaluatedItems",
            "unevaluatedProperties");
    private static final Set<String> ARRAY = Set.of("prefixItems", "items");
    private static final Set<String> MAP = Set.of("properties", "patternProperties", "$defs", "definitions");
    private static final Set<String> SAME_VALUE_SINGLE = Set.of("not", "if", "then", "else");
    private static final Set<String> SAME_VALUE_ARRAY = Set.of("allOf", "anyOf", "oneOf");
    private static final Set<String> SAME_VALUE_MAP = Set.of("dependentSchemas", "dependencies");
    private static final List<String> REFERENCES = List.of("$ref", "$dynamicRef");

    private final String field;
    private final SchemaTargets targets;
    /** The number of schemas to which each one expands for one value. */
    private final Map<JsonObject, Long> expanded = new IdentityHashMap<>();

    private SchemaReferences(String field, JsonObject schema) {
        this.field = field;
        this.targets = new SchemaTargets(schema);
    }

    /**
     * @param field the announcement's field with the schema, for the reason
     * @throws TaskTypeRejected if validation would not terminate, a reference has no target, or {@code text} is no JSON
     *     object
     */
    static void throwIfEndless(String field, String text) throws TaskTypeRejected {
        JsonObject schema;
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            if (!(reader.readValue() instanceof JsonObject object)) {
                throw new TaskTypeRejected(field + " must be a JSON object");
            }
            schema = object;
        } catch (RuntimeException e) {
            throw new TaskTypeRejected(field + " must be a JSON object", e);
        }
        new SchemaReferences(field, schema).checkAll(schema);
    }

    private void checkAll(JsonObject root) throws TaskTypeRejected {
        Deque<JsonObject> open = new ArrayDeque<>(List.of(root));
        Map<JsonObject, Boolean> seen = new IdentityHashMap<>();
        while (!open.isEmpty()) {
            JsonObject schema = open.pop();
            if (seen.put(schema, true) == null) {
                expand(schema, 0);
                sameValue(schema).forEach(open::push);
                parts(schema).forEach(open::push);
            }
        }
    }

    private long expand(JsonObject schema, int chain) throws TaskTypeRejected {
        Long known = expanded.get(schema);
        if (known != null && known != IN_PROGRESS) {
            return known;
        }
        if (known != null) {
            throw new TaskTypeRejected(field + " refers to itself without an end");
        }
        if (chain > MAX_CHAIN_LENGTH) {
            throw new TaskTypeRejected(field + " has a chain of more than " + MAX_CHAIN_LENGTH + " references");
        }
        expanded.put(schema, IN_PROGRESS);
        long count = 1;
        for (JsonObject next : sameValue(schema).toList()) {
            count += expand(next, chain + 1);
            if (count > MAX_EXPANDED) {
                throw new TaskTypeRejected(field + " expands to more than " + MAX_EXPANDED + " schemas");
            }
        }
        expanded.put(schema, count);
        return count;
    }

    /** Schemas that apply to the same value. */
    private Stream<JsonObject> sameValue(JsonObject schema) throws TaskTypeRejected {
        Stream.Builder<JsonObject> referred = Stream.builder();
        for (String keyword : REFERENCES) {
            if (schema.containsKey(keyword)) {
                JsonObject target = targets.of(field, schema, keyword);
                if (target != null) {
                    referred.add(target);
                }
            }
        }
        return Stream.concat(referred.build(), within(schema, SAME_VALUE_SINGLE, SAME_VALUE_ARRAY, SAME_VALUE_MAP));
    }

    /** Schemas that apply to parts of the value, or by reference only. */
    private static Stream<JsonObject> parts(JsonObject schema) {
        return within(schema, SINGLE, ARRAY, MAP);
    }

    /** All direct subschemas of a schema. */
    static Stream<JsonObject> within(JsonObject schema) {
        return Stream.concat(parts(schema), within(schema, SAME_VALUE_SINGLE, SAME_VALUE_ARRAY, SAME_VALUE_MAP));
    }

    private static Stream<JsonObject> within(JsonObject schema, Set<String> one, Set<String> many, Set<String> named) {
        return schema.entrySet().stream()
                .flatMap(member -> switch (member.getValue().getValueType()) {
                    case OBJECT -> one.contains(member.getKey())
                            ? Stream.of(member.getValue())
                            : named.contains(member.getKey())
                                    ? member.getValue().asJsonObject().values().stream()
                                    : Stream.<JsonValue>empty();
                    case ARRAY -> many.contains(member.getKey())
                            ? member.getValue().asJsonArray().stream()
                            : Stream.<JsonValue>empty();
                    default -> Stream.<JsonValue>empty();
                })
                .filter(JsonObject.class::isInstance)
                .map(JsonValue::asJsonObject);
    }
}
