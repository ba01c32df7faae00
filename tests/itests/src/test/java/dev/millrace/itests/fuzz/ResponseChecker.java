package dev.millrace.itests.fuzz;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Checks a response against the document's responses of that operation. */
final class ResponseChecker {
    private static final JsonMapper JSON = new JsonMapper();

    private final ResponseSchemas schemas;

    ResponseChecker(ResponseSchemas schemas) {
        this.schemas = schemas;
    }

    /**
     * One response.
     *
     * @param mediaType without its parameters; empty if the response has none
     * @param body as text; null for an endless stream
     */
    record CheckedResponse(int status, String mediaType, String body) {}

    /** The faults of a response, in a few words each; empty if there are none. */
    List<String> faultsOf(Operation operation, CheckedResponse answer) {
        if (answer.status() >= 500) {
            return List.of("answered " + answer.status());
        }
        Map<String, JsonNode> bodies = operation.answers().get(answer.status());
        if (bodies == null) {
            return List.of("answered " + answer.status() + ", which the document does not name");
        }
        if (bodies.isEmpty() || answer.body() == null) {
            return answer.body() == null || answer.body().isEmpty()
                    ? List.of()
                    : List.of("answered " + answer.status() + " with a body that the document does not name");
        }
        if (!bodies.containsKey(answer.mediaType())) {
            return List.of("answered " + answer.status() + " as '" + answer.mediaType()
                    + "', which the document does not name");
        }
        return answer.mediaType().endsWith("json") ? faultsOf(answer, bodies.get(answer.mediaType())) : List.of();
    }

    private List<String> faultsOf(CheckedResponse answer, JsonNode schema) {
        try {
            return schemas.faultsIn(JSON.readTree(answer.body()), schema).stream()
                    .map(fault -> "answered " + answer.status() + " with " + fault)
                    .toList();
        } catch (JsonProcessingException e) {
            return List.of("answered " + answer.status() + " with what is not JSON");
        }
    }
}
