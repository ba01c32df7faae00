package dev.millrace.catalogue;

import java.io.StringReader;
import java.time.Duration;
import java.util.List;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.millrace.platform.problem.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class ParameterSchemaTest {
    private static final String SCHEMA =
            """
            {
              "type": "object",
              "properties": {
                "size": {"type": "integer", "minimum": 1, "maximum": 100},
                "shape": {"enum": ["round", "square"]},
                "a/b~c": {"type": "string"},
                "wheel": {"$ref": "#/$defs/wheel"},
                "stones": {"type": "array", "items": {"$ref": "#/$defs/stone"}}
              },
              "required": ["size"],
              "additionalProperties": false,
              "$defs": {
                "wheel": {
                  "type": "object",
                  "properties": {"spokes": {"type": "integer"}, "width": {"type": "number"}},
                  "required": ["spokes", "width"]
                },
                "stone": {"type": "object", "required": ["weight"]}
              }
            }
            """;

    private final ParameterSchema schema = new ParameterSchema(SCHEMA);

    @Test
    void valid_parameters_have_no_fault() {
        assertThat(
                        faultsIn(
                                """
                        {"size": 100, "shape": "round", "a/b~c": "", "wheel": {"spokes": 8, "width": 0.5},
                         "stones": [{"weight": 1}]}
                        """))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                     | /parameters/size",
                "{'size': 0}                            | /parameters/size",
                "{'size': 101}                          | /parameters/size",
                "{'size': 1.5}                          | /parameters/size",
                "{'size': '1'}                          | /parameters/size",
                "{'size': null}                         | /parameters/size",
                "{'size': 1, 'shape': 'oval'}           | /parameters/shape",
                "{'size': 1, 'a/b~c': 7}                | /parameters/a~1b~0c",
                "{'size': 1, 'wheel': []}               | /parameters/wheel",
                "{'size': 1, 'stones': [{'weight': 1}, {}]} | /parameters/stones/1/weight",
                "{'size': 1, 'colour': 'red'}           | /parameters/colour",
                "[]                                     | /parameters",
                "null                                   | /parameters",
                "7                                      | /parameters",
            })
    void a_fault_has_the_pointer_of_the_faulty_value(String parameters, String pointer) {
        assertThat(faultsIn(parameters.replace('\'', '"')))
                .singleElement()
                .extracting(Fault::pointer)
                .isEqualTo(pointer);
    }

    @Test
    void every_fault_is_reported_at_once() {
        assertThat(faultsIn("{\"size\": 0, \"shape\": \"oval\", \"wheel\": {}, \"stones\": [{}, 1], \"x\": 1}"))
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder(
                        "/parameters/size",
                        "/parameters/shape",
                        "/parameters/wheel/spokes",
                        "/parameters/wheel/width",
                        "/parameters/stones/0/weight",
                        "/parameters/stones/1",
                        "/parameters/x");
    }

    @Test
    void each_fault_has_its_own_message() {
        assertThat(faultsIn("{\"shape\": \"oval\", \"x\": 1}"))
                .allSatisfy(fault -> assertThat(fault.detail()).isNotBlank());
        assertThat(faultsIn("{}")).extracting(Fault::detail).containsExactly("is required");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'not': {'type': 'object'}}                               | {}",
                "{'anyOf': [{'required': ['a']}, {'required': ['b']}]}     | {}",
                "{'oneOf': [{'type': 'array'}, {'type': 'string'}]}        | {}",
                "{'properties': {'a': false}}                              | {'a': 1}",
                "{'if': {'required': ['a']}, 'then': {'required': ['b']}}  | {'a': 1}",
                "{'dependentRequired': {'a': ['b']}}                       | {'a': 1}",
                "{'propertyNames': {'maxLength': 1}}                       | {'ab': 1}",
                "{'unevaluatedProperties': false}                          | {'a': 1}",
                "{'minProperties': 1}                                      | {}",
                "{'const': {}}                                             | {'a': 1}",
            })
    void no_kind_of_schema_lets_a_wrong_value_pass(String text, String parameters) {
        ParameterSchema kind = new ParameterSchema(text.replace('\'', '"'));

        assertThat(kind.faultsIn(json(parameters.replace('\'', '"')), "/parameters"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'additionalProperties': {'format': 'duration'}}                | {'a': 'x'} | /parameters/a must be an ISO 8601 duration, such as PT15M",
                "{'additionalProperties': {'format': 'duration', 'pattern': 'T'}} | {'a': 'P1D'} | /parameters/a must be an ISO 8601 duration, such as PT15M",
                "{'additionalProperties': {'contentEncoding': 'base64', 'pattern': '^[A-Z]*$'}} | {'a': '?'} | /parameters/a must be Base64 with padding",
                "{'additionalProperties': {'pattern': '^[A-Z]*$'}}               | {'a': '?'} | /parameters/a must match the pattern ^[A-Z]*$",
                "{'propertyNames': {'enum': ['A', 'B']}}                         | {'A': 1, 'c': 1} | /parameters/c its name must be one of A, B",
                "{'properties': {'m': {'propertyNames': {'$ref': '#/$defs/k'}}}, '$defs': {'k': {'enum': ['A']}}} | {'m': {'x/y': 1}} | /parameters/m/x~1y its name must be one of A",
                "{'propertyNames': {'maxLength': 1}}                             | {'ab': 1, 'cd': 2} | /parameters has a property whose name must have at most 1 characters",
                "{'properties': {'propertyNames': {'enum': ['A']}}}              | {'propertyNames': 'B'} | /parameters/propertyNames must be one of A"
            })
    void a_fault_is_reported_in_plain_words(String text, String parameters, String expected) {
        ParameterSchema kind = new ParameterSchema(text.replace('\'', '"'));

        assertThat(kind.faultsIn(json(parameters.replace('\'', '"')), "/parameters").stream()
                        .map(fault -> fault.pointer() + " " + fault.detail())
                        .distinct())
                .containsExactly(expected);
    }

    @Test
    void a_number_with_a_huge_exponent_is_checked_quickly() {
        List<Fault> faults =
                assertTimeoutPreemptively(Duration.ofSeconds(5), () -> faultsIn("{\"size\": 1e1000000000}"));

        assertThat(faults).isNotEmpty();
    }

    @Test
    void a_recursive_record_is_checked_at_any_depth_and_rejected_beyond_a_limit() {
        ParameterSchema list = new ParameterSchema(
                """
                {"$ref": "#/$defs/link", "$defs": {"link": {
                  "type": "object", "properties": {"next": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/link"}]}}}}}
                """);

        assertThat(list.faultsIn(json(links(ParameterSchema.MAX_DEPTH)), "/parameters"))
                .isEmpty();
        assertThat(list.faultsIn(json(links(ParameterSchema.MAX_DEPTH + 1)), "/parameters"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.detail()).contains("nested"));
    }

    @Test
    void a_stored_schema_of_endless_recursion_makes_a_fault() {
        ParameterSchema endless = new ParameterSchema("{\"$ref\": \"#\"}");

        assertThat(endless.faultsIn(json("{}"), "/parameters")).hasSize(1);
    }

    private static String links(int count) {
        return "{\"next\":".repeat(count - 1) + "{\"next\":null}" + "}".repeat(count - 1);
    }

    @Test
    void a_value_that_is_no_schema_is_rejected() {
        assertThatThrownBy(() -> new ParameterSchema("{broken")).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> new ParameterSchema("[]")).isInstanceOf(RuntimeException.class);
    }

    private List<Fault> faultsIn(String parameters) {
        return schema.faultsIn(json(parameters), "/parameters");
    }

    private static JsonValue json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }
}
