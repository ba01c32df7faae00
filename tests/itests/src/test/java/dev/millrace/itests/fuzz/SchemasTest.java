package dev.millrace.itests.fuzz;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SchemasTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String DOCUMENT =
            """
            components:
              schemas:
                Named:
                  type: object
                  properties:
                    name: {type: string}
                    size: {type: integer}
                    from: {type: string, format: date-time}
                    until: {type: string, format: date-time, nullable: true}
                Aged:
                  allOf:
                    - $ref: '#/components/schemas/Named'
                    - type: object
                      properties:
                        age: {type: integer}
            """;

    private final ResponseSchemas schemas = new ResponseSchemas(ApiDocument.of(DOCUMENT));

    @Test
    void a_wrong_member_is_one_fault_and_other_members_are_none() {
        assertThat(faultsIn("{\"name\": 1, \"size\": 2, \"age\": 3}"))
                .singleElement()
                .asString()
                .startsWith("/name: ")
                .contains("string");
    }

    @Test
    void a_member_that_no_schema_names_is_a_fault() {
        assertThat(faultsIn("{\"name\": \"mill\", \"age\": 3, \"colour\": \"red\"}"))
                .containsExactly("/colour: is a member that the document does not name");
    }

    @Test
    void a_body_that_matches_the_document_has_no_fault() {
        assertThat(faultsIn("{\"name\": \"mill\", \"size\": 2, \"age\": 3}")).isEmpty();
    }

    @Test
    void a_time_is_one_of_four_digits_for_the_year_and_at_most_three_decimals() {
        assertThat(faultsIn("{\"from\": \"2026-01-01T00:00:00Z\", \"until\": \"9999-12-31T23:59:59.999Z\"}"))
                .isEmpty();
        assertThat(faultsIn("{\"until\": null}")).isEmpty();
        assertThat(faultsIn("{\"from\": \"+10000-01-01T05:59:59Z\"}"))
                .singleElement()
                .asString()
                .startsWith("/from: ");
        assertThat(faultsIn("{\"from\": \"2026-01-01T00:00:00.123456Z\"}")).hasSize(1);
    }

    private List<String> faultsIn(String body) {
        return schemas.faultsIn(json(body), json("{\"$ref\": \"#/components/schemas/Aged\"}"));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
