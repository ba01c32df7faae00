package dev.millrace.catalogue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SchemaReferencesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'$ref': '#'}",
                "{'allOf': [{'anyOf': [{'$ref': '#'}]}]}",
                "{'not': {'$ref': '#'}}",
                "{'if': {'$ref': '#'}, 'then': true}",
                "{'dependentSchemas': {'a': {'$ref': '#'}}}",
                "{'$ref': '#/$defs/a', '$defs': {'a': {'$ref': '#/$defs/b'}, 'b': {'$ref': '#/$defs/a'}}}",
                "{'properties': {'p': {'$ref': '#/$defs/a'}}, '$defs': {'a': {'oneOf': [{'$ref': '#/$defs/a'}]}}}",
                "{'items': {'$ref': '#x', '$anchor': 'x'}}",
                "{'$dynamicRef': '#x', '$dynamicAnchor': 'x'}",
                "{'$id': 'https://example.org/a', 'contains': {'$id': 'b', '$ref': 'https://example.org/b'}}",
                "{'unknown': {'$ref': '#/unknown'}, 'properties': {'a': {'$ref': '#/unknown'}}}",
            })
    void a_schema_that_applies_itself_to_the_same_value_is_rejected(String schema) {
        assertThatThrownBy(() -> check(schema))
                .isInstanceOf(TaskTypeRejected.class)
                .hasMessage("parametersSchema refers to itself without an end");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'properties': {'next': {'$ref': '#'}}}",
                "{'$defs': {'tree': {'items': {'anyOf': [{'type': 'null'}, {'$ref': '#/$defs/tree'}]}}},"
                        + " '$ref': '#/$defs/tree'}",
                "{'additionalProperties': {'$ref': '#'}, 'propertyNames': {'maxLength': 9}}",
                "{'allOf': [{'$ref': '#/$defs/a'}, {'$ref': '#/$defs/a'}], '$defs': {'a': {'type': 'object'}}}",
                "{'properties': {'a/b~c': {'type': 'null'}, 'd': {'$ref': '#/properties/a~1b~0c'}}}",
                "{'properties': {'a b': {}, 'd': {'$ref': '#/properties/a%20b'}}}",
                "{'$id': 'urn:one', 'properties': {'a': {'$ref': '#/$defs/a'}}, '$defs': {'a': true}}",
                "{'enum': [{'$ref': '#'}], 'const': {'$ref': '#'}, 'default': {'$ref': '#'}}",
                "{'properties': {'schema': {'$ref': 'https://json-schema.org/draft/2020-12/schema'}}}",
                "{'properties': {'$ref': {'type': 'string'}}}",
            })
    void a_schema_that_ends_with_the_value_is_taken(String schema) {
        assertThatCode(() -> check(schema)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'$ref': '#/$defs/missing'}",
                "{'$ref': '#missing'}",
                "{'$ref': 'https://example.org/other'}",
                "{'$ref': '::'}",
                "{'$ref': 7}",
            })
    void a_reference_without_a_target_is_rejected(String schema) {
        assertThatThrownBy(() -> check(schema))
                .isInstanceOf(TaskTypeRejected.class)
                .hasMessageContaining("$ref");
    }

    @Test
    void a_schema_that_doubles_with_each_reference_is_rejected() {
        String doubling = IntStream.range(0, 40)
                .mapToObj(i -> "'d%d': {'allOf': [{'$ref': '#/$defs/d%d'}, {'$ref': '#/$defs/d%d'}]}"
                        .formatted(i, i + 1, i + 1))
                .collect(Collectors.joining(",", "{'$ref': '#/$defs/d0', '$defs': {", ", 'd40': true}}"));

        assertThatThrownBy(() -> check(doubling))
                .isInstanceOf(TaskTypeRejected.class)
                .hasMessageContaining("expands to more than");
    }

    @Test
    void a_chain_of_references_has_an_end() {
        String chain = IntStream.range(0, 1_000)
                .mapToObj(i -> "'d%d': {'$ref': '#/$defs/d%d'}".formatted(i, i + 1))
                .collect(Collectors.joining(",", "{'$ref': '#/$defs/d0', '$defs': {", ", 'd1000': true}}"));

        assertThatThrownBy(() -> check(chain))
                .isInstanceOf(TaskTypeRejected.class)
                .hasMessageContaining("chain");
    }

    private static void check(String schema) throws TaskTypeRejected {
        SchemaReferences.throwIfEndless("parametersSchema", schema.replace('\'', '"'));
    }
}
