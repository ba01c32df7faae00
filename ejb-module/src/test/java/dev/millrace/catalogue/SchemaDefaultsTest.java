package dev.millrace.catalogue;

import java.io.StringReader;

import jakarta.json.JsonReader;
import jakarta.json.JsonValue;

import org.junit.jupiter.api.Test;

import dev.millrace.platform.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

class SchemaDefaultsTest {
    @Test
    void an_absent_property_gets_the_schemas_default() {
        String schema = "{\"properties\": {\"a\": {\"default\": 3}, \"b\": {}, \"c\": {\"default\": null}}}";

        assertFilled(schema, "{}", "{\"a\": 3, \"c\": null}");
        assertFilled(schema, "{\"a\": 4, \"b\": 5, \"c\": 6}", "{\"a\": 4, \"b\": 5, \"c\": 6}");
    }

    @Test
    void defaults_are_found_in_objects_lists_references_and_defaults() {
        String schema =
                """
                {
                  "properties": {
                    "size": {"$ref": "#/$defs/size"},
                    "all": {"items": {"allOf": [{"$ref": "#/$defs/size"}]}},
                    "inner": {"default": {}, "properties": {"x": {"default": 1}}}
                  },
                  "$defs": {"size": {"properties": {"width": {"default": 10}}}}
                }
                """;

        assertFilled(
                schema,
                "{\"size\": {}, \"all\": [{}, {\"width\": 2}]}",
                "{\"size\": {\"width\": 10}, \"all\": [{\"width\": 10}, {\"width\": 2}], \"inner\": {\"x\": 1}}");
    }

    @Test
    void a_recursive_schema_is_filled_to_a_finite_depth() {
        assertFilled("{\"$ref\": \"#\"}", "{}", "{}");
        String endless = "{\"properties\": {\"next\": {\"$ref\": \"#/$defs/n\"}},"
                + " \"$defs\": {\"n\": {\"default\": {}, \"properties\": {\"next\": {\"$ref\": \"#/$defs/n\"}}}}}";

        assertThat(new SchemaDefaults(endless).fill(json("{}")).asJsonObject()).containsKey("next");
    }

    @Test
    void an_unsupported_schema_has_no_default() {
        assertFilled("{\"properties\": {\"a\": {\"$ref\": \"#nowhere\"}, \"b\": true}}", "{\"a\": {}}", "{\"a\": {}}");
        assertFilled("{\"properties\": {\"a\": {\"$ref\": \"#/nowhere\"}}}", "{\"a\": {}}", "{\"a\": {}}");
        assertFilled("{\"properties\": {\"a\": {\"default\": 1}}}", "[1]", "[1]");
    }

    private static void assertFilled(String schema, String given, String filled) {
        assertThat(new SchemaDefaults(schema).fill(json(given))).isEqualTo(json(filled));
    }

    private static JsonValue json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }
}
