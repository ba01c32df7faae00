package dev.millrace.catalogue;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;

import dev.millrace.platform.json.Json;

/** The targets of a JSON Schema's references: by pointer, by anchor, or by the {@code $id} of a schema within. */
final class SchemaTargets {
    private static final URI ROOT = URI.create("millrace:/schema");
    private static final String META_SCHEMAS = "json-schema.org/";

    private final Map<String, JsonObject> byAddress = new HashMap<>();
    private final Map<JsonObject, URI> bases = new IdentityHashMap<>();

    SchemaTargets(JsonObject root) {
        byAddress.put(ROOT.toString(), root);
        note(root, ROOT);
    }

    private void note(JsonObject schema, URI outer) {
        if (bases.containsKey(schema)) {
            return;
        }
        URI base = baseOf(schema, outer);
        bases.put(schema, base);
        byAddress.putIfAbsent(base.toString(), schema);
        for (String keyword : new String[] {"$anchor", "$dynamicAnchor"}) {
            if (schema.get(keyword) instanceof JsonString anchor) {
                byAddress.putIfAbsent(base + "#" + anchor.getString(), schema);
            }
        }
        SchemaReferences.within(schema).forEach(next -> note(next, base));
    }

    private static URI baseOf(JsonObject schema, URI outer) {
        String id = schema.getString("$id", "").replaceFirst("#.*", "");
        try {
            return id.isEmpty() ? outer : outer.resolve(id);
        } catch (IllegalArgumentException e) {
            return outer; // an invalid address has no target
        }
    }

    /**
     * @return the target of a keyword's reference, null if it accepts or rejects every value or is a meta-schema
     * @throws TaskTypeRejected if there is none
     */
    JsonObject of(String field, JsonObject schema, String keyword) throws TaskTypeRejected {
        if (!(schema.get(keyword) instanceof JsonString reference)) {
            throw new TaskTypeRejected(field + " has a " + keyword + " that is not a string");
        }
        JsonValue target;
        try {
            URI base = bases.getOrDefault(schema, ROOT);
            String text = reference.getString();
            String address =
                    text.startsWith("#") ? base + text : base.resolve(text).toString();
            if (address.contains("://" + META_SCHEMAS)) {
                return null;
            }
            target = at(address);
        } catch (IllegalArgumentException | JsonException e) {
            throw new TaskTypeRejected(field + " has a " + keyword + " that cannot be resolved", e);
        }
        if (target == null) {
            throw new TaskTypeRejected(field + " has a " + keyword + " that cannot be resolved");
        }
        return target instanceof JsonObject object ? object : null;
    }

    private JsonValue at(String address) {
        int hash = address.indexOf('#');
        String fragment = hash < 0 ? "" : address.substring(hash + 1);
        if (!fragment.isEmpty() && !fragment.startsWith("/")) {
            return byAddress.get(address);
        }
        JsonObject resource = byAddress.get(hash < 0 ? address : address.substring(0, hash));
        if (resource == null || fragment.isEmpty()) {
            return resource;
        }
        String pointer = URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
        return Json.createPointer(pointer).getValue((JsonStructure) resource);
    }
}
