package dev.millrace.worker.codec;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.harrel.jsonschema.Evaluator;
import dev.harrel.jsonschema.EvaluatorFactory;
import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.SchemaParsingContext;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;

import dev.millrace.contract.schema.Budget;
import dev.millrace.contract.schema.NumberLimits;
import dev.millrace.contract.schema.TextFormat;
import dev.millrace.contract.schema.TextPattern;

/** A schema with the server's check: the same validator, and the dialect by the same classes of {@code contract}. */
final class ServerSchema implements EvaluatorFactory {
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final URI ID = URI.create("urn:test");

    private final Validator validator;

    ServerSchema(String schema) {
        validator = new ValidatorFactory()
                .withJsonNodeFactory(new JacksonNode.Factory(JSON))
                .withEvaluatorFactory(this)
                .createValidator();
        validator.registerSchema(ID, schema);
    }

    boolean accepts(com.fasterxml.jackson.databind.JsonNode value) {
        return numbersAreAllowed(value) && validator.validate(ID, value).isValid();
    }

    private static boolean numbersAreAllowed(com.fasterxml.jackson.databind.JsonNode value) {
        if (value.isNumber()) {
            return NumberLimits.allow(value.decimalValue());
        }
        for (com.fasterxml.jackson.databind.JsonNode inner : value) {
            if (!numbersAreAllowed(inner)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Optional<Evaluator> create(SchemaParsingContext context, String keyword, JsonNode value) {
        return switch (keyword) {
            case "pattern" -> value.isString() ? Optional.of(pattern(value.asString())) : Optional.empty();
            case "format" -> value.isString() ? format(value.asString()) : Optional.empty();
            case "uniqueItems" -> value.isBoolean() ? Optional.of(unique()) : Optional.empty();
            case "enum" -> value.isArray() ? Optional.of(oneOf(value.asArray())) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Evaluator pattern(String text) {
        TextPattern pattern = TextPattern.compile(text);
        return (context, node) ->
                answer(!node.isString() || pattern.isFoundIn(node.asString(), new Budget(Long.MAX_VALUE)));
    }

    private static Optional<Evaluator> format(String name) {
        return TextFormat.byKeyword(name)
                .map(format -> (context, node) -> answer(!node.isString() || format.accepts(node.asString())));
    }

    private static Evaluator unique() {
        return (context, node) -> answer(!node.isArray()
                || node.asArray().stream().map(ServerSchema::same).distinct().count()
                        == node.asArray().size());
    }

    private static Evaluator oneOf(List<JsonNode> constants) {
        Set<Object> all = constants.stream().map(ServerSchema::same).collect(Collectors.toSet());
        return (context, node) -> answer(all.contains(same(node)));
    }

    private static Object same(JsonNode value) {
        if (value.isArray()) {
            return value.asArray().stream().map(ServerSchema::same).toList();
        }
        return value.isNumber() ? value.asNumber().stripTrailingZeros() : value.isString() ? value.asString() : value;
    }

    private static Evaluator.Result answer(boolean valid) {
        return valid ? Evaluator.Result.success() : Evaluator.Result.failure();
    }
}
