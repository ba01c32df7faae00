package dev.millrace.itests.fuzz;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One call of the OpenAPI document.
 *
 * @param method in capitals
 * @param path with its parameters in braces, such as {@code /api/tasks/{id}}
 * @param parameters of the path, the query and the header
 * @param body schema of the JSON body; null if it takes none
 * @param examples of the body
 * @param answers by status: media type → schema, which is null if the document names none
 * @param isOpen whether a caller needs no token
 */
record Operation(
        String method,
        String path,
        List<Parameter> parameters,
        JsonNode body,
        List<JsonNode> examples,
        Map<Integer, Map<String, JsonNode>> answers,
        boolean isOpen) {

    /**
     * @param in {@code path}, {@code query}, {@code header} or {@code cookie}
     * @param schema of its value
     */
    record Parameter(String name, String in, boolean required, JsonNode schema) {}

    /** The resource of its path, such as {@code tasks}: ids in one response serve other calls of the same resource. */
    String resource() {
        return Stream.of(path.replace("/users/me/", "/").split("/"))
                .filter(segment -> !segment.isEmpty() && !segment.equals("api") && !segment.equals("admin"))
                .findFirst()
                .orElse("");
    }

    boolean isForAdmins() {
        return path.startsWith("/api/admin/");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
