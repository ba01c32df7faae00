package dev.millrace.itests.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** The OpenAPI document as a server publishes it. */
final class ApiDocument {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonNode root;

    private ApiDocument(JsonNode root) {
        this.root = root;
    }

    static ApiDocument of(String yaml) {
        try {
            return new ApiDocument(new YAMLMapper().readTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The named schemas. */
    JsonNode schemas() {
        return root.at("/components/schemas");
    }

    /** Follows a reference within the document, and the references to which it leads. */
    JsonNode resolve(JsonNode node) {
        JsonNode resolved = node;
        while (resolved.has("$ref")) {
            resolved = root.at(resolved.get("$ref").asText().substring(1));
        }
        return resolved;
    }

    /** All calls, in the document's order. */
    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        root.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(entry -> METHODS.contains(entry.getKey()))
                .forEach(entry ->
                        operations.add(operation(path.getKey(), path.getValue(), entry.getKey(), entry.getValue()))));
        return operations;
    }

    private Operation operation(String path, JsonNode item, String method, JsonNode node) {
        List<Operation.Parameter> parameters = new ArrayList<>();
        for (JsonNode owner : List.of(item, node)) {
            owner.path("parameters").forEach(parameter -> parameters.add(parameter(resolve(parameter))));
        }
        JsonNode content = resolve(node.path("requestBody")).at("/content/application~1json");
        JsonNode body = content.path("schema");
        JsonNode security = node.has("security") ? node.get("security") : root.path("security");
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                parameters,
                body.isMissingNode() ? null : body,
                examples(content),
                answers(node.path("responses")),
                security.valueStream().anyMatch(JsonNode::isEmpty));
    }

    private static List<JsonNode> examples(JsonNode content) {
        List<JsonNode> examples = new ArrayList<>();
        if (content.has("example")) {
            examples.add(content.get("example"));
        }
        content.path("examples").forEach(example -> examples.add(example.path("value")));
        return examples;
    }

    private static Operation.Parameter parameter(JsonNode node) {
        return new Operation.Parameter(
                node.path("name").asText(),
                node.path("in").asText(),
                node.path("required").asBoolean(),
                node.path("schema"));
    }

    private Map<Integer, Map<String, JsonNode>> answers(JsonNode responses) {
        Map<Integer, Map<String, JsonNode>> answers = new LinkedHashMap<>();
        responses.properties().forEach(response -> {
            Map<String, JsonNode> bodies = new LinkedHashMap<>();
            resolve(response.getValue())
                    .path("content")
                    .properties()
                    .forEach(content ->
                            bodies.put(content.getKey(), content.getValue().get("schema")));
            answers.put(Integer.valueOf(response.getKey()), bodies);
        });
        return answers;
    }
}
