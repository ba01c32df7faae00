package dev.millrace.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.harrel.jsonschema.EvaluationContext;
import dev.harrel.jsonschema.Evaluator;
import dev.harrel.jsonschema.EvaluatorFactory;
import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.SchemaParsingContext;

import dev.millrace.contract.schema.TextFormat;
import dev.millrace.contract.schema.TextPattern;

/** Gives the keywords of JSON Schema their meaning in Millrace, and counts the cost of evaluation. */
final class DialectEvaluators implements EvaluatorFactory {
    private static final int STEPS_OF_A_KEYWORD = 4;
    private static final int SHORT_POINTER = 64;
    private static final Set<String> FOR_PEOPLE =
            Set.of("title", "description", "$comment", "contentMediaType", "contentEncoding");

    @Override
    public Optional<Evaluator> create(SchemaParsingContext context, String keyword, JsonNode value) {
        Optional<Evaluator> own = Optional.ofNullable(own(context, keyword, value));
        return own.or(() -> context.getDialect().getEvaluatorFactory().create(context, keyword, value))
                .map(Counted::new);
    }

    /** @return null if the keyword has its usual meaning; also if it is no keyword but the name of a property */
    private static Evaluator own(SchemaParsingContext context, String keyword, JsonNode value) {
        if (FOR_PEOPLE.contains(keyword) && value.isString()) {
            return (ignored, node) -> Evaluator.Result.success(); // else the validator would note it for each value
        }
        return switch (keyword) {
            case "pattern" -> value.isString() && TextFormat.REGEX.accepts(value.asString())
                    ? pattern(TextPattern.compile(value.asString()))
                    : null;
            case "format" -> value.isString()
                    ? TextFormat.byKeyword(value.asString())
                            .map(DialectEvaluators::format)
                            .orElse(null)
                    : null;
            case "patternProperties" -> value.isObject()
                            && value.asObject().keySet().stream().allMatch(TextFormat.REGEX::accepts)
                    ? new PatternProperties(context, value)
                    : null;
            case "uniqueItems" -> value.isBoolean() && value.asBoolean() ? uniqueItems() : null;
            case "enum" -> value.isArray() ? oneOf(value.asArray()) : null;
            case "const" -> oneOf(List.of(value));
            default -> null;
        };
    }

    private static Evaluator pattern(TextPattern pattern) {
        return (context, node) -> answer(!node.isString() || pattern.isFoundIn(node.asString(), CheckBudget.current()));
    }

    private static Evaluator format(TextFormat format) {
        return (context, node) -> answer(!node.isString() || format.accepts(node.asString()));
    }

    private static Evaluator uniqueItems() {
        return (context, node) -> answer(!node.isArray()
                || node.asArray().stream().map(JsonEqualityKey::of).distinct().count()
                        == node.asArray().size());
    }

    private static Evaluator oneOf(List<JsonNode> constants) {
        Set<Object> same = constants.stream().map(JsonEqualityKey::of).collect(Collectors.toSet());
        return (context, node) -> answer(same.contains(JsonEqualityKey.of(node)));
    }

    private static Evaluator.Result answer(boolean valid) {
        return valid ? Evaluator.Result.success() : Evaluator.Result.failure("");
    }

    /** The schemas of all patterns that a property's name matches. */
    private static final class PatternProperties implements Evaluator {
        private final Map<TextPattern, String> schemas;

        PatternProperties(SchemaParsingContext context, JsonNode value) {
            schemas = value.asObject().entrySet().stream()
                    .collect(Collectors.toMap(
                            entry -> TextPattern.compile(entry.getKey()),
                            entry -> context.getAbsoluteUri(entry.getValue())));
        }

        @Override
        public Result evaluate(EvaluationContext context, JsonNode node) {
            if (!node.isObject()) {
                return Result.success();
            }
            boolean valid = true;
            Set<String> matched = new HashSet<>();
            for (Map.Entry<String, JsonNode> member : node.asObject().entrySet()) {
                for (Map.Entry<TextPattern, String> schema : schemas.entrySet()) {
                    if (schema.getKey().isFoundIn(member.getKey(), CheckBudget.current())) {
                        matched.add(member.getKey());
                        valid &= context.resolveInternalRefAndValidate(schema.getValue(), member.getValue());
                    }
                }
            }
            return valid ? Result.success(matched) : Result.failure();
        }
    }

    private record Counted(Evaluator evaluator) implements Evaluator {
        @Override
        public Result evaluate(EvaluationContext context, JsonNode node) {
            CheckBudget.current().spend(cost(node.getJsonPointer().length()));
            return evaluator.evaluate(context, node);
        }

        /** The validator stores each broken keyword with its place, so deep places cost memory, too. */
        private static long cost(long pointer) {
            return STEPS_OF_A_KEYWORD + pointer + pointer * pointer / SHORT_POINTER;
        }

        @Override
        public int getOrder() {
            return evaluator.getOrder();
        }
    }
}
