package dev.millrace.catalogue;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;

import dev.millrace.contract.schema.TextPattern;

/** The patterns of a JSON Schema and of all schemas within it. */
final class SchemaPatterns {
    private SchemaPatterns() {}

    /** @throws IllegalArgumentException if one of them is outside the dialect, with the reason for people */
    static void throwIfUnknown(JsonObject schema) {
        Deque<JsonObject> open = new ArrayDeque<>(List.of(schema));
        Set<JsonObject> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        while (!open.isEmpty()) {
            JsonObject next = open.pop();
            if (seen.add(next)) {
                if (next.get("pattern") instanceof JsonString pattern) {
                    compile(pattern.getString());
                }
                if (next.get("patternProperties") instanceof JsonObject properties) {
                    properties.keySet().forEach(SchemaPatterns::compile);
                }
                SchemaReferences.within(next).forEach(open::push);
            }
        }
    }

    private static void compile(String pattern) {
        try {
            TextPattern.compile(pattern);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the pattern " + pattern + " does not compile: " + e.getMessage(), e);
        }
    }
}
