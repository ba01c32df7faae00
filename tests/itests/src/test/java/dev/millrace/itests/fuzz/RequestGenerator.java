package dev.millrace.itests.fuzz;

import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Makes requests for an operation: some valid as far as the document says, most invalid in one place. */
final class RequestGenerator {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final int MAX_LENGTH = 300;
    private static final String VISIBLE = "[\\x20-\\x7e]+";

    private final ValueGenerator values;
    private final HostileValues hostile;
    private final Mutations mutations;
    private final Random random;

    RequestGenerator(ValueGenerator values, Random random) {
        this.values = values;
        this.random = random;
        hostile = new HostileValues(random);
        mutations = new Mutations(hostile, random);
    }

    FuzzRequest next(Operation operation, KnownValues known) {
        ValueGenerator.Purpose purpose = new ValueGenerator.Purpose(operation.resource(), known);
        boolean right = random.nextInt(3) == 0;
        StringBuilder query = new StringBuilder();
        Map<String, String> headers = new LinkedHashMap<>();
        String path = operation.path().substring(1);
        for (Operation.Parameter parameter : operation.parameters()) {
            if (!parameter.required() && random.nextInt(3) > 0) {
                continue;
            }
            boolean wrong = !right && random.nextInt(operation.body() == null ? 3 : 10) == 0;
            JsonNode fitting = values.value(parameter.name(), parameter.schema(), purpose);
            String value = text(wrong ? hostile.like(fitting) : fitting);
            switch (parameter.in()) {
                case "path" -> path = path.replace("{" + parameter.name() + "}", segment(value));
                case "query" -> add(query, parameter.name(), value);
                case "header" -> {
                    if (value.matches(VISIBLE)) {
                        headers.put(parameter.name(), value);
                    }
                }
                default -> {}
            }
        }
        if (!right && random.nextInt(20) == 0) {
            add(query, "unknown", "1");
        }
        if (!right && !query.isEmpty() && random.nextInt(20) == 0) {
            query.append('&').append(query, 1, query.length());
        }
        byte[] body = operation.body() == null ? null : body(operation, purpose, right, headers);
        return new FuzzRequest(operation, path + query, headers, body);
    }

    private byte[] body(
            Operation operation, ValueGenerator.Purpose purpose, boolean right, Map<String, String> headers) {
        headers.put("Content-Type", !right && random.nextInt(40) == 0 ? "text/plain" : "application/json");
        JsonNode body = operation.examples().isEmpty() || random.nextInt(3) == 0
                ? values.value("", operation.body(), purpose)
                : operation.examples().get(random.nextInt(operation.examples().size()));
        if (right) {
            return bytes(body);
        }
        byte[] mutated = bytes(mutations.mutated(body));
        return random.nextInt(20) == 0 ? mutations.damaged(mutated) : mutated;
    }

    private static byte[] bytes(JsonNode value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Truncates a value to a length that fits in an address; the container itself rejects longer ones. */
    private static String text(JsonNode value) {
        String text = value.isValueNode() ? value.asText() : value.toString();
        return text.substring(0, Math.min(text.length(), MAX_LENGTH));
    }

    /** Replaces characters that would make another path, or one that the container rejects before a resource sees it. */
    private static String segment(String value) {
        String harmless = value.replace("/", "-").replace("\\", "-").replace("\u0000", "-");
        return harmless.isBlank() || harmless.startsWith(".") ? "-" : encoded(harmless);
    }

    private static void add(StringBuilder query, String name, String value) {
        query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(encoded(value));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
