package dev.millrace.catalogue;

import java.io.InputStream;
import java.time.Duration;
import java.util.stream.Stream;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

@Tag("slow")
class ParameterSchemaDialectTest {
    private static final JsonObject GOLDEN = golden();

    record Case(String keyword, String argument, JsonValue value, boolean accepted) {}

    static Stream<Case> formats() {
        return GOLDEN.getJsonObject("formats").entrySet().stream()
                .flatMap(format -> cases("format", format.getKey(), format.getValue()));
    }

    static Stream<Case> patterns() {
        return GOLDEN.getJsonArray("patterns").getValuesAs(JsonObject.class).stream()
                .flatMap(pattern -> cases("pattern", pattern.getString("pattern"), pattern));
    }

    private static Stream<Case> cases(String keyword, String argument, JsonValue values) {
        return Stream.concat(
                values.asJsonObject().getJsonArray("accepted").stream()
                        .map(value -> new Case(keyword, argument, value, true)),
                values.asJsonObject().getJsonArray("refused").stream()
                        .map(value -> new Case(keyword, argument, value, false)));
    }

    @ParameterizedTest
    @MethodSource({"formats", "patterns"})
    void formats_and_patterns_match_the_golden_file(Case golden) {
        ParameterSchema schema = schema(Json.createObjectBuilder().add(golden.keyword(), golden.argument()));

        assertThat(schema.faultsIn(golden.value(), "").isEmpty()).isEqualTo(golden.accepted());
    }

    @Test
    void other_formats_are_not_checked() {
        for (JsonString format : strings("formatsThatAreNotChecked")) {
            assertThat(schema(Json.createObjectBuilder().add("format", format)).faultsIn(Json.createValue("x y"), ""))
                    .as(format.getString())
                    .isEmpty();
        }
    }

    @Test
    void a_schema_with_a_pattern_outside_the_dialect_is_rejected_at_any_depth() {
        for (JsonString pattern : GOLDEN.getJsonObject("formats")
                .getJsonObject("regex")
                .getJsonArray("refused")
                .getValuesAs(JsonString.class)) {
            JsonObjectBuilder bad = Json.createObjectBuilder().add("pattern", pattern);
            JsonObjectBuilder within = Json.createObjectBuilder()
                    .add(
                            "properties",
                            Json.createObjectBuilder()
                                    .add("a", Json.createObjectBuilder().add("items", bad)));

            assertThatThrownBy(() -> schema(within))
                    .as(pattern.getString())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("does not compile");
        }
    }

    @Test
    void names_of_properties_that_look_like_keywords_are_names() {
        ParameterSchema schema = schema("{'properties': {'pattern': {'type': 'string'}, 'format': {'default': 'date'},"
                + " 'enum': {'type': 'integer'}}, 'default': {'pattern': '('}}");

        assertThat(schema.faultsIn(json("{'pattern': '(', 'format': 'x', 'enum': 7}"), ""))
                .isEmpty();
    }

    @Test
    void names_of_properties_are_held_to_patterns() {
        ParameterSchema schema =
                schema("{'patternProperties': {'^x-': {'type': 'integer'}}, 'additionalProperties': false}");

        assertThat(schema.faultsIn(json("{'x-a': 1}"), "")).isEmpty();
        assertThat(schema.faultsIn(json("{'x-a': 'b'}"), "")).isNotEmpty();
        assertThat(schema.faultsIn(json("{'y': 1}"), "")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "^(a|aa)+$", "^(([a-z])+.)+[A-Z]([a-z])+$"})
    void no_pattern_holds_a_thread(String pattern) {
        ParameterSchema schema = schema(Json.createObjectBuilder().add("pattern", pattern));

        assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> schema.faultsIn(Json.createValue("a".repeat(100_000) + "!"), ""));
    }

    @Test
    void no_schema_holds_a_thread() {
        ParameterSchema schema =
                schema("{'properties': {'a': {'anyOf': [{'$ref': '#'}, {'$ref': '#'}, {'$ref': '#'}]}},"
                        + " 'additionalProperties': false}");
        String deep = "{'a':".repeat(60) + "{'b': 1}" + "}".repeat(60);

        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(60), () -> schema.faultsIn(json(deep), "")))
                .extracting(fault -> fault.detail())
                .containsExactly("takes too long to check");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'enum': [1.5, 20]}", "{'const': 1.50}", "{'enum': [{'a': [1.500]}, 1.5]}"})
    void equal_numbers_match_in_any_notation(String schema) {
        assertThat(schema(schema).faultsIn(json("1.5"), "")).isEmpty();
        assertThat(schema(schema).faultsIn(json("15e-1"), "")).isEmpty();
        assertThat(schema(schema).faultsIn(json("1.51"), "")).isNotEmpty();
    }

    @Test
    void an_item_that_is_written_in_two_ways_is_there_twice() {
        assertThat(schema("{'uniqueItems': true}").faultsIn(json("[1.5, 1.50]"), ""))
                .isNotEmpty();
        assertThat(schema("{'uniqueItems': true}").faultsIn(json("[1.5, '1.5', 2, [2]]"), ""))
                .isEmpty();
    }

    @Test
    void a_fault_never_contains_the_value() {
        ParameterSchema schema = schema("{'properties': {'a': {'maxLength': 3, 'pattern': '^x', 'format': 'date',"
                + " 'enum': ['y'], 'type': 'integer'}, 'n': {'maximum': 3, 'multipleOf': 2}}}");

        assertThat(schema.faultsIn(json("{'a': 'secret', 'n': 77777}"), ""))
                .hasSize(7)
                .noneMatch(fault ->
                        fault.detail().contains("secret") || fault.detail().contains("77777"));
    }

    @Test
    void of_alternatives_only_the_intended_one_is_reported() {
        ParameterSchema schema = schema("{'oneOf': ["
                + "{'type': 'object', 'properties': {'kind': {'const': 'circle'}, 'r': {'type': 'number'}}, 'required': ['kind', 'r']},"
                + "{'type': 'object', 'properties': {'kind': {'const': 'square'}, 'a': {'type': 'number'}}, 'required': ['kind', 'a']},"
                + "{'type': 'null'}]}");

        assertThat(schema.faultsIn(json("{'kind': 'circle', 'r': 'big'}"), "/parameters"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/parameters/r"));
        assertThat(schema.faultsIn(json("{'kind': 'line'}"), "/parameters"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/parameters"));
    }

    private static Iterable<JsonString> strings(String name) {
        return GOLDEN.getJsonArray(name).getValuesAs(JsonString.class);
    }

    private static ParameterSchema schema(JsonObjectBuilder schema) {
        return new ParameterSchema(schema.build().toString());
    }

    private static ParameterSchema schema(String schema) {
        return new ParameterSchema(schema.replace('\'', '"'));
    }

    private static JsonValue json(String text) {
        return dev.millrace.request.ParseJson.value(text.replace('\'', '"'));
    }

    private static JsonObject golden() {
        InputStream file = ParameterSchemaDialectTest.class.getResourceAsStream("/golden/dialect.json");
        try (JsonReader reader = Json.createReader(file)) {
            return reader.readObject();
        }
    }
}
