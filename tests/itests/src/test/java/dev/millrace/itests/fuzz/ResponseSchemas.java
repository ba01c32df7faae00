package dev.millrace.itests.fuzz;

import java.net.URI;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;

/**
 * Checks bodies against the document's schemas, but more strictly: an object may only have members that its schema names,
 * unless the schema says {@code additionalProperties}.
 */
final class ResponseSchemas {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String NAMED = "#/components/schemas/";
    private static final URI ROOT = URI.create("urn:millrace:openapi");
    /** To the millisecond and in UTC, as docs/api.md has it. */
    private static final String TIME = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{3})?Z$";

    private static final Set<String> ANNOTATIONS =
            Set.of("example", "examples", "default", "description", "title", "nullable", "deprecated");

    /** Keywords whose fault only says that a referenced schema has one. */
    private static final Set<String> LEADING_ON = Set.of("$ref", "allOf");

    private final ApiDocument document;
    private final Validator validator;

    ResponseSchemas(ApiDocument document) {
        this.document = document;
        ObjectNode root = NODES.objectNode();
        ObjectNode named = root.putObject("$defs");
        document.schemas().properties().forEach(schema -> named.set(schema.getKey(), translated(schema.getValue())));
        validator = new ValidatorFactory()
                .withJsonNodeFactory(new JacksonNode.Factory())
                .createValidator();
        validator.registerSchema(ROOT, root);
    }

    /** The faults of a body, one line each; empty if there are none. */
    List<String> faultsIn(JsonNode body, JsonNode schema) {
        URI id = URI.create(
                "urn:millrace:body:" + Integer.toHexString(schema.toString().hashCode()));
        validator.registerSchema(id, whole(schema));
        List<Error> faults = validator.validate(id, body).getErrors().stream()
                .filter(fault -> fault.getKeyword() == null || !LEADING_ON.contains(fault.getKeyword()))
                .toList();
        return faults.stream()
                .filter(fault -> !isUnnamed(fault) || !isOtherwiseFaulty(parent(fault), faults))
                .map(ResponseSchemas::line)
                .distinct()
                .toList();
    }

    /** Only the schema {@code false} fails a member that no schema names, and this schema has no keyword. */
    private static boolean isUnnamed(Error fault) {
        return fault.getKeyword() == null;
    }

    /** If an object has another fault, the validator knows none of its members and reports each one as unnamed. */
    private static boolean isOtherwiseFaulty(String object, List<Error> faults) {
        return faults.stream()
                .filter(fault -> !isUnnamed(fault))
                .map(Error::getInstanceLocation)
                .anyMatch(place -> place.equals(object) || place.startsWith(object + "/"));
    }

    private static String parent(Error fault) {
        String place = fault.getInstanceLocation();
        return place.substring(0, Math.max(0, place.lastIndexOf('/')));
    }

    private static String line(Error fault) {
        return fault.getInstanceLocation() + ": "
                + (isUnnamed(fault) ? "is a member that the document does not name" : fault.getError());
    }

    /** A schema for a complete value, which therefore names all of its members. */
    private JsonNode whole(JsonNode schema) {
        JsonNode target = document.resolve(schema);
        JsonNode translated = translated(schema);
        if (translated instanceof ObjectNode object && (target.has("properties") || target.has("allOf"))) {
            boolean nullable = target.path("nullable").asBoolean() && !schema.has("$ref");
            if (!nullable) {
                object.put("unevaluatedProperties", false);
            }
        }
        return translated;
    }

    /** Translates OpenAPI 3.0's schema to JSON Schema 2020-12. */
    private JsonNode translated(JsonNode schema) {
        if (schema.has("$ref")) {
            return NODES.objectNode()
                    .put("$ref", ROOT + "#/$defs/" + schema.get("$ref").asText().substring(NAMED.length()));
        }
        ObjectNode result = NODES.objectNode();
        schema.properties().stream()
                .filter(keyword -> !ANNOTATIONS.contains(keyword.getKey()))
                .forEach(keyword -> result.set(keyword.getKey(), keyword(keyword.getKey(), keyword.getValue())));
        if (schema.path("format").asText().equals("date-time")) {
            result.put("pattern", TIME);
        }
        if (!schema.path("nullable").asBoolean()) {
            return result;
        }
        ArrayNode either = NODES.arrayNode();
        either.addObject().put("type", "null");
        either.add(
                result.has("properties") || result.has("allOf") ? result.put("unevaluatedProperties", false) : result);
        return NODES.objectNode().set("anyOf", either);
    }

    private JsonNode keyword(String name, JsonNode value) {
        switch (name) {
            case "properties":
                ObjectNode members = NODES.objectNode();
                value.properties().forEach(member -> members.set(member.getKey(), whole(member.getValue())));
                return members;
            case "items":
                return whole(value);
            case "additionalProperties":
                return value.isBoolean() ? value : whole(value);
            case "oneOf", "anyOf":
                ArrayNode alternatives = NODES.arrayNode();
                value.forEach(alternative -> alternatives.add(whole(alternative)));
                return alternatives;
            case "allOf":
                ArrayNode parts = NODES.arrayNode();
                value.forEach(part -> parts.add(translated(part)));
                return parts;
            default:
                return value;
        }
    }
}
