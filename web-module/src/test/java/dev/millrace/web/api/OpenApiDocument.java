package dev.millrace.web.api;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.yaml.snakeyaml.Yaml;

/** The OpenAPI document, as tests read it. */
final class OpenApiDocument {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final Map<String, Object> document;

    OpenApiDocument() {
        InputStream text = OpenApiDocument.class.getResourceAsStream("/META-INF/openapi.yaml");
        document = new Yaml().load(text);
    }

    /** @return the names of the query parameters of each call, such as {@code GET /api/tasks} */
    Map<String, Set<String>> queries() {
        Map<String, Set<String>> queries = new TreeMap<>();
        eachCall((call, item, operation) -> {
            List<Object> parameters = new ArrayList<>(list(item.get("parameters")));
            parameters.addAll(list(operation.get("parameters")));
            queries.put(call, namesInQuery(parameters));
        });
        return queries;
    }

    /** @return the statuses of the answers to each call */
    Map<String, Set<String>> statuses() {
        Map<String, Set<String>> statuses = new TreeMap<>();
        eachCall((call, item, operation) ->
                statuses.put(call, object(operation.get("responses")).keySet()));
        return statuses;
    }

    private interface CallReader {
        void read(String call, Map<String, Object> item, Map<String, Object> operation);
    }

    private void eachCall(CallReader reader) {
        object(document.get("paths")).forEach((path, item) -> object(item).forEach((method, operation) -> {
            if (METHODS.contains(method)) {
                reader.read(method.toUpperCase(Locale.ROOT) + " " + path, object(item), object(operation));
            }
        }));
    }

    private Set<String> namesInQuery(List<Object> parameters) {
        Set<String> names = new TreeSet<>();
        for (Object parameter : parameters) {
            Map<String, Object> one = resolved(parameter);
            if ("query".equals(one.get("in"))) {
                names.add((String) one.get("name"));
            }
        }
        return names;
    }

    /** @return the names of an object's members, by its schema */
    Set<String> membersOf(String schema) {
        return members(schema(schema));
    }

    /** @return the allowed values of a text, by its schema */
    Set<String> valuesOf(String schema) {
        return texts(schema(schema));
    }

    /** @return the values that a text member of an object may have */
    Set<String> valuesOf(String schema, String member) {
        return texts(object(object(schema(schema).get("properties")).get(member)));
    }

    private static Set<String> texts(Map<String, Object> schema) {
        Set<String> texts = new TreeSet<>();
        list(schema.get("enum")).forEach(value -> texts.add((String) value));
        return texts;
    }

    private Map<String, Object> schema(String name) {
        return object(object(object(document.get("components")).get("schemas")).get(name));
    }

    private Set<String> members(Map<String, Object> schema) {
        Set<String> members = new HashSet<>(object(schema.get("properties")).keySet());
        list(schema.get("allOf")).forEach(part -> members.addAll(members(resolved(part))));
        return members;
    }

    private Map<String, Object> resolved(Object part) {
        Map<String, Object> object = object(part);
        String reference = (String) object.get("$ref");
        if (reference == null) {
            return object;
        }
        Object found = document;
        for (String step : reference.substring("#/".length()).split("/")) {
            found = object(found).get(step);
        }
        return object(found);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return value == null ? List.of() : (List<Object>) value;
    }
}
